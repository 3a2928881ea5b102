import assert from 'node:assert/strict';
import { it } from 'node:test';
import { choiceOf } from '../../src/softphone/team-choice.ts';
import { TextMap } from '../session/support/stage.ts';

it('the team is kept for its supervisor, until it is forgotten', () => {
  const tab = new TextMap();
  choiceOf(() => tab).save('1100', '2');
  const choice = choiceOf(() => tab);
  assert.deepEqual([choice.load('1100'), choice.load('1001')], ['2', undefined]);
  choice.forget();
  assert.equal(choice.load('1100'), undefined);
});

it('what is no choice is none', () => {
  for (const text of ['', '{', '{}', '[]', '["1100"]', '["1100",2]', 'null']) {
    const tab = new TextMap();
    tab.setItem('gc-softphone.team', text);
    assert.equal(choiceOf(() => tab).load('1100'), undefined, text);
  }
});

it('a frame without storage forgets it, and nothing breaks', () => {
  const choice = choiceOf(() => {
    throw new Error('denied');
  });
  choice.save('1100', '2');
  choice.forget();
  assert.equal(choice.load('1100'), undefined);
});
