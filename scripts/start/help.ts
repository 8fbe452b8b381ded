export const HELP = `npm start -- [options]

Builds the extension and shows it in a browser with a throw-away profile.

  --url URL        open this page instead of a model page
  --browser NAME   chromium, brave, edge, firefox or chrome (otherwise the first that is installed, in this order)
  --headless       show no window: print each page's verdict, save pictures into screenshots/, then end
                   (chosen by itself where there is no display)
  --help           print this

Without a network, recorded sample pages stand in for huggingface.co.
Exit status: 0 done, 1 no browser or the extension did not load, 2 wrong usage.
`
