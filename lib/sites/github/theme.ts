/** `auto` follows the system; dimmed and high-contrast themes are kinds of light and dark. */
export function themeOf(document: Document): 'light' | 'dark' {
  const { colorMode, darkTheme, lightTheme } = document.documentElement.dataset
  const dark =
    colorMode === 'dark' || (colorMode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const theme = dark ? darkTheme : lightTheme
  // A reader may have chosen a light theme for the night, or a dark one for the day.
  if (theme === undefined || theme === '') return dark ? 'dark' : 'light'
  return theme.startsWith('dark') ? 'dark' : 'light'
}
