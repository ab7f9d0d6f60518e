import { Router } from 'express';
import { answerRaw } from '../raw.ts';

const RIGHT_TO_LEFT_OVERRIDE = '\u202e';

/** Values that a careless program would run, render, or choke on. */
export const HOSTILE_LINES: readonly (string | Buffer)[] = [
  'markup=<img src=x onerror=document.title="owned">',
  'script=</script><script>document.title="owned"</script>',
  '<b>name</b>=markup-in-the-name',
  'entity=&lt;b&gt;&amp;',
  'url=javascript:document.title="owned"//',
  'proto={"__proto__":{"polluted":true}}',
  '__proto__=name',
  'constructor=name',
  'control=a\u0001b',
  'tab=a\tb',
  'escape=\u001b[31mred',
  `rtl=${RIGHT_TO_LEFT_OVERRIDE}gnp.exe`,
  'zero_width=a\u200bb\ufeffc',
  'emoji=\u{1f36a}\u{1f468}\u200d\u{1f373}',
  `big=${'x'.repeat(4093)}`,
  'percent=%E0%A4%A',
  'formula==HYPERLINK("https://other.test")',
  'quotes="a, b; c"',
  Buffer.from([...Buffer.from('latin1='), 0xe9, 0xfc, 0xff]),
  Buffer.from([...Buffer.from('broken_utf8='), 0xc3, 0x28, 0xf0, 0x9f]),
];

const SCRIPT = `
const write = (name, value) => { document.cookie = name + '=' + value + '; path=/'; };
write('js_lone_high', 'a\\ud83cb');
write('js_lone_low', 'a\\udf6ab');
write('js_markup', '<img src=x onerror=alert(1)>');
write('js_rtl', '\\u202egnp.exe');
write('js_nul', 'a\\0b');
write('js_newline', 'a\\nb=c');
write('', 'nameless');
document.querySelector('#state').textContent = 'done';
`;

export function hostile(): Router {
  return Router()
    .get('/hostile', (_request, response) => {
      answerRaw(response, {
        setCookie: HOSTILE_LINES,
        body: '<!doctype html><link rel="icon" href="data:,"><title>Hostile</title><p>Sent.</p>',
      });
    })
    .get('/hostile-script', (_request, response) => {
      response.send(
        `<!doctype html><link rel="icon" href="data:,"><title>Hostile script</title><p id="state"></p><script>${SCRIPT}</script>`,
      );
    });
}
