import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: { setupFiles: ['tests/setup.ts'], include: ['tests/{unit,dom,walls,data}/**/*.test.{ts,tsx}'] },
})
