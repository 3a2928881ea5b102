import { slimmer } from './slim.js';

/**
 * What src/transport/stomp.ts uses of stompjs is its frames: what it sends is text, with escaped headers and no
 * content-length; what it hears may be anything. `test/transport/slim.test.ts` compares what it
 * and the whole one write and read.
 */
const FILES = {
  '@stomp/stompjs/esm6/frame-impl.js': {
    unreachable: { FrameImpl: ['binaryBody', 'toString', 'isBodyEmpty', 'bodyLength', 'toUnit8Array'] },
    oneCase: {
      FrameImpl: {
        constructor: `
          this.command = params.command;
          this.headers = params.headers;
          this._text = params.body;
          this._bytes = params.binaryBody;`,
        body: 'return new TextDecoder().decode(this._bytes);',
        serialize: 'return this.serializeCmdAndHeaders() + this._text + BYTE.NULL;',
      },
    },
    always: {
      'if (this.skipContentLengthHeader)': 'if (false)',
      'this.escapeHeaderValues': 'true',
      'escapeHeaderValues && rawFrame': 'rawFrame',
      'this.isBinaryBody || (!this.isBodyEmpty() && !this.skipContentLengthHeader)': 'false',
      "this.command !== 'CONNECTED'": 'true',
      "rawFrame.command !== 'CONNECT'": 'true',
      'this.headers || {}': 'this.headers',
    },
  },
  '@stomp/stompjs/esm6/parser.js': {
    always: {
      'appendMissingNULLonIncoming && chunk[chunk.length - 1] !== 0': 'false',
      'this.onIncomingPing();': '',
    },
  },
};

/** Their private names are long, and are known in one file each. */
function shortNames(code) {
  const names = [...new Set(code.match(/(?<=\.)_\w+/g))];
  return code.replace(/(?<!\w)_\w+/g, (name) => `_${names.indexOf(name)}`);
}

export const slimStompjs = () => slimmer('stompjs', FILES, shortNames);
