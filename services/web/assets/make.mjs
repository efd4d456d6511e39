// Writes what is committed under src/main/resources (styles, script) and src/test/resources (fixtures), and the
// calendar reader of the meetings' tests.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const assets = join(here, '../src/main/resources/META-INF/resources/assets')
const fixtures = join(here, '../src/test/resources/nhsuk-fixtures')
const design = join(here, 'node_modules/nhsuk-frontend')
const { version } = JSON.parse(readFileSync(join(design, 'package.json'), 'utf8'))
const banner = `/*! nhsuk-frontend ${version}, MIT licence, copyright (c) 2019 NHS.UK: see nhsuk-frontend-LICENCE.txt */`

const components = [
  'back-link', 'breadcrumb', 'button', 'date-input', 'details', 'error-summary', 'file-upload', 'footer', 'header',
  'input', 'inset-text', 'notification-banner', 'pagination', 'radios', 'select', 'skip-link', 'summary-list',
  'tables', 'tag',
]

mkdirSync(join(assets, 'images'), { recursive: true })
const css = sass.compile(join(here, 'nhsuk.scss'), { style: 'compressed', loadPaths: [join(here, 'node_modules')] }).css
for (const [, url] of css.matchAll(/url\(["']?((?!data:)[^"')]*)/g)) {
  if (!url.startsWith('/assets/images/')) {
    throw new Error(`The style sheet asks for ${url}`)
  }
  copyFileSync(join(design, 'dist/nhsuk', url), join(assets, '..', url))
}
writeFileSync(join(assets, 'nhsuk.css'), `${banner}\n${css.replace(/^\uFEFF/, '')}\n`)

await esbuild.build({
  entryPoints: [join(here, 'onevoice.js')],
  outfile: join(assets, 'onevoice.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  legalComments: 'inline',
  banner: { js: banner },
})

const reader = join(here, '../../meetings/src/test/resources/ical-js')
mkdirSync(reader, { recursive: true })
for (const file of ['dist/ical.es5.min.cjs', 'LICENSE']) {
  copyFileSync(join(here, 'node_modules/ical.js', file), join(reader, basename(file)))
}

rmSync(fixtures, { recursive: true, force: true })
mkdirSync(fixtures, { recursive: true })
for (const component of components) {
  const published = JSON.parse(readFileSync(join(design, `dist/nhsuk/components/${component}/fixtures.json`), 'utf8'))
  const kept = published.fixtures.map(({ name, context, html }) => JSON.stringify({ name, context, html }))
  writeFileSync(
    join(fixtures, `${component}.json`),
    `{"component":"${component}","version":"${version}","fixtures":[\n${kept.join(',\n')}\n]}\n`,
  )
}
