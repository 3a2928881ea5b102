import { AGENT } from '../../fixtures.ts';
import type { Task } from '../../records.ts';
import { h, icon } from '../dom.ts';
import { duration, timeOfDay } from '../format.ts';
import { callsOfToday, plainContacts, startOf } from '../model.ts';
import type { Scene } from '../model.ts';
import { badge, card, details, empty, table } from '../parts/cards.ts';
import { aboutLinks, directionIcon } from '../parts/history.ts';
import { caseTable, contactTable } from '../parts/links.ts';

const CONTACTS_SHOWN = 8;

export function home(scene: Scene): HTMLElement {
  const { org } = scene;
  const open = org.cases.filter(({ Status }) => Status !== 'Closed');
  const recent = [...plainContacts(org)]
    .sort((a, b) => b.LastModifiedDate.localeCompare(a.LastModifiedDate))
    .slice(0, CONTACTS_SHOWN);
  const [firstName = ''] = org.user.Name.split(' ');
  return h(
    'div',
    { class: 'page' },
    h('header', { class: 'page-head' }, h('h1', { tabindex: '-1' }, `Good to see you, ${firstName}`)),
    signIn(scene),
    h(
      'div',
      { class: 'body' },
      h(
        'div',
        { class: 'columns columns-home' },
        h(
          'div',
          { class: 'side' },
          today(scene),
          card('Open cases', open.length, caseTable(scene, open, true)),
        ),
        card(
          'Recent contacts',
          undefined,
          contactTable(scene, recent, true),
          more('/contacts', 'All contacts'),
        ),
      ),
    ),
  );
}

function today({ org }: Scene): HTMLElement {
  const calls = callsOfToday(org, new Date());
  const seconds = calls.reduce((sum, { CallDurationInSeconds = 0 }) => sum + CallDurationInSeconds, 0);
  const rows = calls.map((task) => [
    h('span', { class: 'call-time' }, directionIcon(task), timeOfDay(startOf(task))),
    aboutLinks(org, [task.WhoId ?? task.WhatId])[0] ?? task.Phone_Number__c ?? '–',
    direction(task),
    task.CallDisposition ? badge(task.CallDisposition) : '–',
    duration(task.CallDurationInSeconds ?? 0),
  ]);
  return card(
    'Today’s calls',
    calls.length,
    calls.length > 0
      ? table('Today’s calls', ['Time', 'With', 'Direction', 'Result', 'Duration'], rows)
      : empty('call', 'No calls yet today.'),
    ...(calls.length > 0 ? [h('p', { class: 'sum' }, `${duration(seconds)} on the phone`)] : []),
  );
}

const direction = ({ CallType, Campaign__c }: Task): string => (Campaign__c ? 'Campaign' : (CallType ?? '–'));

function more(href: string, text: string): HTMLElement {
  return h('p', { class: 'more' }, h('a', { href }, text));
}

/** The agent that the demo's GC knows, for signing in to the phone. */
function signIn({ openSimulator }: Scene): HTMLElement {
  return h(
    'section',
    { class: 'sign-in', 'aria-label': 'Sign in to the phone' },
    h('span', { class: 'record-icon record-icon-phone' }, icon('call')),
    h(
      'div',
      {},
      h('h2', {}, 'Take a call'),
      h(
        'p',
        {},
        'Sign in to the phone with these, then change your state to Ready: a caller rings within seconds.',
      ),
    ),
    details([
      ['Agent ID', h('code', {}, AGENT.agentId)],
      ['Password', h('code', {}, AGENT.password)],
      ['Extension', h('code', {}, AGENT.extension)],
    ]),
    openSimulator
      ? h('button', { type: 'button', onclick: openSimulator }, icon('simulator'), 'Choose who calls')
      : undefined,
  );
}
