import {build} from "esbuild";

await build({
  entryPoints: ["entry.js"],
  outfile: "blindrsa.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "chrome66",
  banner: {
    js: "/* Bundle of @cloudflare/blindrsa-ts 0.4.4 (Copyright 2023 Cloudflare, Inc.; Apache-2.0: LICENSE-blindrsa-ts.txt) "
      + "and sjcl 1.0.8 (Copyright 2009-2015 Emily Stark, Mike Hamburg and Dan Boneh at Stanford University; "
      + "BSD-2-Clause: LICENSE-sjcl.txt). Made from entry.js; see README.md. */",
  },
});
