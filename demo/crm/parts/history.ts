import type { Org, Task } from '../../records.ts';
import { h, icon } from '../dom.ts';
import type { IconName } from '../dom.ts';
import { duration, exactTime, time } from '../format.ts';
import { findRecord, pathOf, startOf, titleOf } from '../model.ts';
import { card, details, empty, named } from './cards.ts';
import type { Content } from './cards.ts';

/** The calls about a record. @param here the id of the record that is shown: it is not named again */
export function history(org: Org, tasks: readonly Task[], here: string): HTMLElement {
  const list = h(
    'ul',
    { class: 'history', 'aria-label': 'Activity history' },
    tasks.map((task) => item(org, task, here)),
  );
  const content = tasks.length > 0 ? list : empty('history', 'No calls have been logged yet.');
  return card('Activity', tasks.length, content);
}

/** What stands for the direction of a call, beside its word. */
export function directionIcon({ CallType, Campaign__c }: Task): HTMLElement {
  const names: Readonly<Record<string, IconName>> = { Outbound: 'outgoing', Internal: 'internal' };
  const kind = Campaign__c ? 'campaign' : (CallType ?? '').toLowerCase();
  const name = Campaign__c ? 'campaign' : (names[CallType ?? ''] ?? 'incoming');
  return h('span', { class: `activity-icon activity-icon-${kind}` }, icon(name));
}

/** Links to the records that a task is about. */
export function aboutLinks(org: Org, ids: readonly (string | undefined)[]): readonly HTMLElement[] {
  const found = ids.flatMap((id) => (id ? (findRecord(org, id) ?? []) : []));
  return found.map((view) => h('a', { href: pathOf(view) }, named(titleOf(view))));
}

function item(org: Org, task: Task, here: string): HTMLElement {
  const { Subject = 'Call', CallType = '', CallDurationInSeconds, CallDisposition, Description } = task;
  const facts = [CallType, duration(CallDurationInSeconds ?? 0), task.Phone_Number__c ?? ''].filter(Boolean);
  const links = aboutLinks(
    org,
    [task.WhoId, task.WhatId].filter((id) => id !== here),
  );
  const tags = [task.Campaign__c, task.Queue__c].filter((tag) => tag !== undefined && tag !== '');
  return h(
    'li',
    { class: 'activity', 'data-task': task.Id },
    directionIcon(task),
    h(
      'article',
      { 'aria-label': Subject },
      h(
        'header',
        {},
        h('h3', {}, named(Subject)),
        h('time', { datetime: startOf(task) }, time(startOf(task))),
      ),
      h(
        'p',
        { class: 'facts' },
        facts.map((fact) => h('span', {}, fact)),
      ),
      CallDisposition || tags.length > 0
        ? h(
            'p',
            { class: 'tags' },
            CallDisposition ? h('span', { class: 'disposition' }, CallDisposition) : undefined,
            tags.map((tag) => h('span', { class: 'tag' }, tag)),
          )
        : undefined,
      Description ? h('p', { class: 'note', dir: 'auto' }, Description) : undefined,
      links.length > 0 ? h('p', { class: 'about' }, links) : undefined,
      fields(org, task),
    ),
  );
}

/** Everything that was written, under the labels of the org. What is empty is left out. */
function fields(org: Org, task: Task): HTMLElement {
  const link = (id: string | undefined): Content => aboutLinks(org, [id])[0] ?? '';
  const pairs: readonly (readonly [label: string, value: Content | undefined])[] = [
    ['Direction', task.CallType],
    ['Number', task.Phone_Number__c],
    ['Start', exactTime(startOf(task))],
    ['Duration', `${task.CallDurationInSeconds ?? 0} s`],
    ['Call result', task.CallDisposition],
    ['Status', task.Status],
    ['Name', link(task.WhoId)],
    ['Related to', link(task.WhatId)],
    ['Tier', task.Tier__c],
    ['Case number', task.Case_Number__c],
    ['Queue', task.Queue__c],
    ['Campaign', task.Campaign__c],
    ['Call key', task.CallObject],
    ['Activity ID', task.Id],
  ];
  const filled = pairs.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return h(
    'details',
    { class: 'fields' },
    h(
      'summary',
      {},
      icon('chevron'),
      'All fields',
      h('span', { class: 'hidden' }, ` of ${task.Subject ?? ''}`),
    ),
    details(filled),
  );
}
