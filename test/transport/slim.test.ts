import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FrameImpl, Parser } from '@stomp/stompjs';
import { slimStompjs } from '../../scripts/slim-stompjs.js';

type Stompjs = Pick<typeof import('@stomp/stompjs'), 'FrameImpl' | 'Parser'>;

const whole = join(dirname(fileURLToPath(import.meta.resolve('@stomp/stompjs'))), '../esm6');
const folder = mkdtempSync(join(tmpdir(), 'stompjs-'));
after(() => rmSync(folder, { recursive: true }));

async function slimmed(): Promise<Stompjs> {
  cpSync(whole, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const fail = (message: string): never => assert.fail(message);
  for (const name of ['frame-impl.js', 'parser.js']) {
    const id = join(whole, name);
    const made = slimStompjs().transform.call({ error: fail }, readFileSync(id, 'utf8'), id);
    writeFileSync(join(folder, name), made?.code ?? fail(`${name} is not slimmed`));
  }
  return (await import(pathToFileURL(join(folder, 'index.js')).href)) as Stompjs;
}

/** What a wire hears of a broker's bytes, in pieces of so many. */
function heard(stompjs: Stompjs, bytes: Uint8Array, piece: number): readonly unknown[] {
  const frames: unknown[] = [];
  const parser = new stompjs.Parser(
    (raw) => {
      const { command, headers, body } = stompjs.FrameImpl.fromRawFrame(raw, true);
      frames.push({ command, headers, body });
    },
    () => undefined,
  );
  for (let at = 0; at < bytes.length; at += piece) parser.parseChunk(bytes.slice(at, at + piece).buffer);
  return frames;
}

const HEARD = [
  'CONNECTED\nversion:1.2\nheart-beat:10000,0\nserver:a\\cb:c\n\n\0',
  '\n\r\n\nMESSAGE\r\ntype:AgentState#1\r\ntype:second\r\nodd: \\c\\n\\r\\\\ \r\n\r\n{"a":"ä€😀"}\0\n',
  'MESSAGE\ncontent-length:5\n\na\0b\0c\0MESSAGE\n\n\0ERROR\nmessage:no\n\nwhy\0',
];

describe('the slimmed stompjs of the bundle', async () => {
  const slim = await slimmed();

  for (const [index, text] of HEARD.entries()) {
    it(`hears what the whole one hears, ${index + 1}`, () => {
      const bytes = new TextEncoder().encode(text);
      for (const piece of [1, 7, bytes.length]) {
        const expected = heard({ FrameImpl, Parser }, bytes, piece);
        assert.ok(expected.length > 0);
        assert.deepEqual(heard(slim, bytes, piece), expected);
      }
      const asText: string[] = [];
      new slim.Parser(
        ({ command }) => asText.push(command ?? ''),
        () => undefined,
      ).parseChunk(text);
      assert.equal(asText.length, heard({ FrameImpl, Parser }, bytes, bytes.length).length);
    });
  }

  it('writes what the whole one writes', () => {
    const headers = { destination: '/queue/a:b', odd: 'a\nb\\c\rd:e' };
    for (const command of ['CONNECT', 'SUBSCRIBE', 'SEND']) {
      for (const body of ['', 'a,b', 'ä€😀']) {
        const frame = { command, headers, body, escapeHeaderValues: true, skipContentLengthHeader: true };
        assert.equal(slim.FrameImpl.marshall(frame), FrameImpl.marshall(frame));
      }
    }
  });
});
