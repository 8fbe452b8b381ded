/** Hosts that a recorded run answers for; every other name is not found. */
export const HOSTS = ['huggingface.co', 'github.com', 'api.github.com', 'raw.githubusercontent.com'] as const

/**
 * Chromium flags that send the sites' names to the recorded Hub; `every`: all names, so that its log shows whom else the
 * browser would have asked.
 */
export const offlineFlags = (port: number, every = false): string[] => [
  `--host-resolver-rules=${
    every
      ? `MAP * 127.0.0.1:${port}`
      : `${HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`
  }`,
  '--ignore-certificate-errors',
]

/** Chromium flags for a quiet throw-away profile with one unpacked extension. Root may not use the sandbox. */
export const extensionFlags = (folder: string): string[] => [
  `--disable-extensions-except=${folder}`,
  `--load-extension=${folder}`,
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
