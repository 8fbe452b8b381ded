import { WxtVitest } from 'wxt/testing/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [WxtVitest()],
  test: { include: ['tests/{unit,dom,walls,data}/**/*.test.{ts,tsx}'] },
})
