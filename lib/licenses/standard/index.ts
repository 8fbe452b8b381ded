import f0 from './AFL-3.0.json'
import f1 from './AGPL-3.0-only.json'
import f2 from './Apache-2.0.json'
import f3 from './Artistic-2.0.json'
import f4 from './BSD-2-Clause.json'
import f6 from './BSD-3-Clause.json'
import f5 from './BSD-3-Clause-Clear.json'
import f7 from './BSL-1.0.json'
import f8 from './C-UDA-1.0.json'
import f9 from './CC-BY-2.0.json'
import f10 from './CC-BY-2.5.json'
import f11 from './CC-BY-3.0.json'
import f12 from './CC-BY-4.0.json'
import f13 from './CC-BY-NC-2.0.json'
import f14 from './CC-BY-NC-3.0.json'
import f15 from './CC-BY-NC-4.0.json'
import f16 from './CC-BY-NC-ND-3.0.json'
import f17 from './CC-BY-NC-ND-4.0.json'
import f18 from './CC-BY-NC-SA-2.0.json'
import f19 from './CC-BY-NC-SA-3.0.json'
import f20 from './CC-BY-NC-SA-4.0.json'
import f21 from './CC-BY-ND-4.0.json'
import f22 from './CC-BY-SA-3.0.json'
import f23 from './CC-BY-SA-4.0.json'
import f24 from './CC0-1.0.json'
import f25 from './CDLA-Permissive-1.0.json'
import f26 from './CDLA-Permissive-2.0.json'
import f27 from './CDLA-Sharing-1.0.json'
import f28 from './ECL-2.0.json'
import f29 from './EPL-1.0.json'
import f30 from './EPL-2.0.json'
import f31 from './EUPL-1.1.json'
import f32 from './EUPL-1.2.json'
import f53 from './etalab-2.0.json'
import f33 from './GPL-2.0-only.json'
import f34 from './GPL-3.0-only.json'
import f35 from './ISC.json'
import f36 from './LGPL-2.1-only.json'
import f37 from './LGPL-3.0-only.json'
import f38 from './LGPLLR.json'
import f39 from './LPPL-1.3c.json'
import f40 from './MIT.json'
import f41 from './MPL-2.0.json'
import f42 from './MS-PL.json'
import f43 from './NCSA.json'
import f45 from './ODbL-1.0.json'
import f44 from './ODC-By-1.0.json'
import f46 from './OFL-1.1.json'
import f47 from './OSL-3.0.json'
import f48 from './PDDL-1.0.json'
import f49 from './PostgreSQL.json'
import f50 from './Unlicense.json'
import f51 from './WTFPL.json'
import f52 from './Zlib.json'

/** One entry per licence file of this folder, as it stands; `knowledge-schema.ts` is its shape. Made by scripts/licenses-index.ts. */
export const files: readonly unknown[] = [
  f0,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  f13,
  f14,
  f15,
  f16,
  f17,
  f18,
  f19,
  f20,
  f21,
  f22,
  f23,
  f24,
  f25,
  f26,
  f27,
  f28,
  f29,
  f30,
  f31,
  f32,
  f33,
  f34,
  f35,
  f36,
  f37,
  f38,
  f39,
  f40,
  f41,
  f42,
  f43,
  f44,
  f45,
  f46,
  f47,
  f48,
  f49,
  f50,
  f51,
  f52,
  f53,
]
