/*
 * Finesse's REST API and its notifications, over the same contact centre that the simulated GC shows: what one says, the other
 * shows. A PUT or a POST is taken with 202 and carried out afterwards; a failure comes as an event that names the request.
 */
import type { Centre } from '../centre/centre.ts';
import { ownPart } from '../centre/centre.ts';
import type { Agent, Dialog } from '../centre/model.ts';
import type {
  Finesse,
  FinesseAnswer,
  FinesseLink,
  FinesseListener,
  FinesseNotice,
  FinesseOptions,
  FinesseRequest,
  ServedRequest,
} from './api.ts';
import type { Deed, Desk } from './dialog-actions.ts';
import { dialogAction, newDialog, reader } from './dialog-actions.ts';
import type { DialogView } from './dialog-view.ts';
import { Times } from './dialog-view.ts';
import { invalidInput, lateError, notFound, Refused, refusedAnswer, unauthorized } from './errors.ts';
import { Notices } from './notices.ts';
import { resource, userOf } from './resources.ts';
import { memberAction, userAction } from './user-actions.ts';
import { userUri } from './user-view.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, parseXml, textOf, XmlError } from './xml.ts';

const prefix = '/finesse/api/';
const keptRequests = 1000;

/** A request that may still fail. */
interface Note extends Omit<ServedRequest, 'late'> {
  late?: string;
}

interface Client {
  /** What everybody hears who is connected. */
  readonly own: readonly string[];
  /** What he has subscribed to beside. */
  readonly nodes: Set<string>;
  readonly hear: (notice: FinesseNotice) => void;
}

export function createFinesse(centre: Centre, options: FinesseOptions = {}): Finesse {
  const clients = new Set<Client>();
  const failures: { readonly agent: string; readonly action: string | undefined; readonly error: string }[] =
    [];
  const served: ServedRequest[] = [];
  const view: DialogView = { centre, options, times: new Times(), notes: new WeakMap() };
  let isUp = true;

  const listening = (node: string): Client[] =>
    isUp ? [...clients].filter(({ own, nodes }) => own.includes(node) || nodes.has(node)) : [];
  const notices = new Notices(view, {
    hears: (node) => listening(node).length > 0,
    tell(node, xml) {
      for (const { hear } of listening(node)) hear({ kind: 'update', node, xml });
    },
  });
  centre.observe(notices.observer);

  const say = (status: FinesseLink): void => {
    isUp = status !== 'failing';
    for (const { nodes, hear } of [...clients]) {
      // The Finesse that is found instead knows of no subscriptions.
      if (!isUp) nodes.clear();
      hear({ kind: 'link', status });
    }
  };

  const desk = (agent: Agent): Desk => ({
    ...view,
    agent,
    tell(dialog) {
      for (const { address } of dialog.participants) {
        const one = centre.agentAt(address);
        if (one) notices.callChanged(one, dialog);
      }
    },
  });

  /** What a PUT or a POST asks for. @throws {Refused} */
  function plan(agent: Agent, method: string, path: string, body: XmlElement): Deed {
    const [, of = '', id = '', rest = ''] = /^(User|Dialog)\/([^/]+)(.*)$/.exec(path) ?? [];
    const user = of === 'User' ? userOf({ centre, agent }, decodeURIComponent(id)) : agent;
    if (method === 'PUT' && of === 'User' && rest === '')
      return user === agent ? userAction(centre, agent, body) : memberAction(centre, user, body);
    if (user !== agent) throw unauthorized('Invalid Authorization User Specified');
    if (method === 'POST' && of === 'User' && rest === '/Dialogs') return newDialog(desk(agent), body);
    if (method !== 'PUT' || of !== 'Dialog' || rest !== '')
      throw new Refused(405, 'Method Not Allowed', path);
    const up = centre.dialogs.get(id);
    const dialog = up && ownPart(up, agent) ? up : wrappedUp(agent, id);
    if (!dialog) throw notFound(`Dialog ${id}`);
    return dialogAction(desk(agent), dialog, body);
  }

  function carryOut(agent: Agent, requestId: string, deed: Deed, note: Note): void {
    notices.requestId = requestId;
    const refusal = deed();
    if (refusal !== undefined) {
      note.late = refusal;
      notices.late(agent, lateError(refusal));
    }
    notices.requestId = '';
    centre.touch();
  }

  function change(agent: Agent, { method, path, body = '', requestId = '' }: FinesseRequest): FinesseAnswer {
    const asked = readBody(body);
    const value = reader(asked);
    const action = value('requestedAction') || value('state') || 'MAKE_CALL';
    const note: Note = { user: agent.profile.id, method, path, action, values: leaves(asked), status: 202 };
    try {
      const planned = plan(agent, method, path.slice(prefix.length), asked);
      const failing = failures.findIndex(
        (one) => one.agent === agent.profile.id && (one.action ?? action) === action,
      );
      const [fault] = failing < 0 ? [] : failures.splice(failing, 1);
      keep(note);
      centre.setup.clock.after(options.latencyMs ?? 0, () =>
        carryOut(agent, requestId, fault ? () => fault.error : planned, note),
      );
      return { status: 202, body: '' };
    } catch (error) {
      if (error instanceof Refused) keep({ ...note, status: error.status });
      throw error;
    }
  }

  const keep = (request: ServedRequest): void => {
    served.push(request);
    if (served.length > keptRequests) served.shift();
  };

  function answer(request: FinesseRequest): FinesseAnswer {
    if (!isUp) throw new Refused(503, 'Service Unavailable', 'Finesse is not in service');
    const { pathname, searchParams } = new URL(request.path, 'http://finesse');
    if (!pathname.startsWith(prefix)) throw notFound(pathname);
    const agent = whose(centre, request.authorization);
    if (!agent) throw new Refused(401, 'Unauthorized', 'The user is not authenticated');
    if (request.method !== 'GET') return change(agent, { ...request, path: pathname });
    const asked = { centre, agent, query: searchParams, dialogs: (of: Agent) => notices.dialogsOf(of) };
    const body = resource(asked, decodeURIComponent(pathname.slice(prefix.length)));
    keep({ user: agent.profile.id, method: 'GET', path: request.path, action: '', values: {}, status: 200 });
    return { status: 200, body };
  }

  return {
    request(request) {
      try {
        return answer(request);
      } catch (error) {
        if (error instanceof Refused) return refusedAnswer(error);
        if (error instanceof XmlError) return refusedAnswer(invalidInput(error.message));
        throw error;
      }
    },
    attach(authorization, hear) {
      const agent = whose(centre, authorization);
      if (!agent) return undefined;
      const own = [userUri(agent), `${userUri(agent)}/Dialogs`];
      const client: Client = { own, nodes: new Set(), hear };
      clients.add(client);
      hear({ kind: 'link', status: isUp ? 'connected' : 'failing' });
      const led = new Set(agent.profile.supervises?.map(({ id }) => `${prefix}Team/${id}/Users`));
      return {
        user: agent.profile.id,
        subscribe(node) {
          if (!led.has(node)) return own.includes(node);
          client.nodes.add(node);
          return true;
        },
        unsubscribe: (node) => void client.nodes.delete(node),
        close: () => void clients.delete(client),
      } satisfies FinesseListener;
    },
    failing: () => say('failing'),
    recovered: () => say('recovered'),
    failNext: ({ agent, action, error }) => void failures.push({ agent, action, error }),
    requests: () => [...served],
  };
}

/** The agent whose password or token this is. */
function whose(centre: Centre, authorization: string): Agent | undefined {
  const [scheme = '', secret = ''] = authorization.split(' ');
  if (scheme === 'Bearer') return [...centre.agents.values()].find(({ profile }) => profile.token === secret);
  if (scheme !== 'Basic') return undefined;
  const [, id = '', password] = /^([^:]*):(.*)$/s.exec(Buffer.from(secret, 'base64').toString('utf8')) ?? [];
  const agent = centre.agents.get(id);
  return agent?.profile.password === password ? agent : undefined;
}

const wrappedUp = ({ wrappingUp }: Agent, id: string): Dialog | undefined =>
  wrappingUp?.id === id ? wrappingUp : undefined;

/** The root's name is not looked at: whether a User or a Dialog is meant, the path says. */
function readBody(body: string): XmlElement {
  if (body.trim() === '') throw invalidInput('an empty body');
  return parseXml(body);
}

function leaves(element: XmlElement): Record<string, string> {
  return Object.assign(
    {},
    ...elementsOf(element).map((child) =>
      elementsOf(child).length > 0 ? leaves(child) : { [child.name]: textOf(child) },
    ),
  ) as Record<string, string>;
}
