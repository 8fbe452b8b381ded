/** What is made of a few words is made once for the words that come again, and forgotten with the oldest ones. */
export function byWords<Made>(make: (words: string) => Made, most = 512): (words: string) => Made {
  const kept = new Map<string, { made: Made }>()
  return (words) => {
    const known = kept.get(words)
    if (known) return known.made
    const made = make(words)
    if (kept.size >= most) {
      const oldest = kept.keys().next().value
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(words, { made })
    return made
  }
}
