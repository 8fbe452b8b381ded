/** Makes of each object what is made of it once, for as long as the object is held by anybody. */
export function onceFor<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const kept = new WeakMap<From, { made: Made }>()
  return (from) => {
    const known = kept.get(from)
    if (known) return known.made
    const made = make(from)
    kept.set(from, { made })
    return made
  }
}
