/** An end that is explained to the user in words and without a stack. */
export class Failure extends Error {
  override name = 'Failure'
}
