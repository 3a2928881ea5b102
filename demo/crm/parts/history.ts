import type { Org, Task } from '../../records.ts';
import { h, icon } from '../dom.ts';
import { duration, time } from '../format.ts';
import { findRecord, titleOf } from '../model.ts';
import { card, empty } from './cards.ts';

/** The calls about a record. @param here the id of the record that is shown: it is not named again */
export function history(org: Org, tasks: readonly Task[], here: string): HTMLElement {
  const list = h(
    'ul',
    { class: 'history', 'aria-label': 'Activity history' },
    tasks.map((task) => item(org, task, here)),
  );
  return card('Activity', tasks.length, tasks.length > 0 ? list : empty('No calls have been logged yet.'));
}

function item(org: Org, task: Task, here: string): HTMLElement {
  const { Subject = 'Call', CallType = '', CallDurationInSeconds, CallDisposition, Description } = task;
  const number = task.Phone_Number__c ?? '';
  const about = [task.WhoId, task.WhatId].filter((id): id is string => Boolean(id) && id !== here);
  const links = about.flatMap((id) => {
    const found = findRecord(org, id);
    return found ? [h('a', { href: `/${found.kind}/${id}` }, titleOf(found))] : [];
  });
  const facts = [CallType, duration(CallDurationInSeconds ?? 0), number].filter(Boolean);
  const startedAt = task.Call_Start__c || task.CreatedDate;
  return h(
    'li',
    { class: `activity activity-${CallType.toLowerCase()}`, 'data-task': task.Id },
    h('span', { class: 'activity-icon' }, icon(CallType === 'Outbound' ? 'outgoing' : 'incoming')),
    h(
      'article',
      { 'aria-label': Subject },
      h('header', {}, h('h3', {}, Subject), h('time', { datetime: startedAt }, time(startedAt))),
      h(
        'p',
        { class: 'facts' },
        facts.map((fact) => h('span', {}, fact)),
      ),
      CallDisposition ? h('p', { class: 'disposition' }, CallDisposition) : undefined,
      Description ? h('p', { class: 'note' }, Description) : undefined,
      links.length > 0 ? h('p', { class: 'about' }, links) : undefined,
    ),
  );
}
