/** What is proved from a scenario's links: nobody gains when people suffer, and nothing feeds itself without a brake. */
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { broken, byId, whole } from './broken.ts';

const first = (change: Parameters<typeof broken>[0]): string | undefined => broken(change)[0];

describe('No aim rises because people suffer', () => {
  it('in the scenario as it is, and the proof says how far suffering was followed', () => {
    const out = readScenario(whole);
    if (!out.ok) throw new Error(out.problems[0]?.sentence);
    const { suffering } = out.findings;
    expect(suffering.aims).toBe(12);
    expect(suffering.levels).toEqual([
      ...['aleppo', 'idlib', 'north', 'east', 'south', 'coast'].map((id) => `violence.${id}`),
      'level.displaced',
      'level.refugees',
    ]);
    expect(suffering.links).toContain('violenceTruce');
    expect(suffering.lowered).toContain('usa.agreedTransition (level.aid)');
  });

  it('a part that counts suffering itself as gain is shown', () => {
    const evil = { level: 'violence.north', from: 0, to: 10000, weight: 1 };
    expect(broken((s) => (s.capitals[0].aims[0].parts[0] = evil))).toEqual([
      'scenario.json, capitals[iran].aims[friendlyDamascus].parts[0]: found a gain when people suffer: violence.north rises, expected no way from suffering to a gain.',
    ]);
  });

  it('a way through links is told link by link', () => {
    expect(broken((s) => (byId(s.links, 'refugeesHome').to.level = 'trust.russia.turkey'))).toEqual([]);
    expect(
      broken((s) => {
        const link = byId(s.links, 'refugeesHome');
        link.to.level = 'trust.russia.turkey';
        link.strength = 1000;
      }),
    ).toEqual([
      'scenario.json, capitals[russia].aims[neighboursAndTrade].parts[1]: found a gain when people suffer: level.refugees rises, so (refugeesHome) trust.russia.turkey rises, expected no way from suffering to a gain.',
    ]);
    expect(
      broken((s) => {
        byId(s.links, 'violenceTruce').to.level = 'level.astana';
        byId(s.links, 'astanaTruce').to.level = 'issue.state';
        byId(s.links, 'astanaTruce').strength = -400;
      }),
    ).toContain(
      'scenario.json, capitals[iran].aims[unitarySyria].parts[0]: found a gain when people suffer: violence.aleppo rises, so (violenceTruce) level.astana falls, so (astanaTruce) issue.state rises, expected no way from suffering to a gain.',
    );
  });

  it('a transfer of control counts for who gains and who loses', () => {
    const found = broken(
      (s) => (byId(s.links, 'violenceUn').to = { control: 'aleppo', to: 'government', from: 'turkish' }),
    );
    expect(found[0]).toBe(
      'scenario.json, capitals[iran].aims[friendlyDamascus].parts[1]: found a gain when people suffer: violence.aleppo rises, so (violenceUn) control.aleppo.government rises, expected no way from suffering to a gain.',
    );
    expect(found[1]).toBe(
      'scenario.json, capitals[iran].aims[unitarySyria].parts[2]: found a gain when people suffer: violence.aleppo rises, so (violenceUn) control.aleppo.turkish falls, expected no way from suffering to a gain.',
    );
  });

  it('a guard on a link counts as a way', () => {
    const when = { type: 'levelAtLeast', params: { level: 'violence.north', value: 5000 } };
    expect(first((s) => (byId(s.links, 'planTruce').when = when))).toBe(
      'scenario.json, capitals[russia].aims[greatPowersTable].parts[3]: found a gain when people suffer: violence.north rises, so (planTruce) issue.truce rises, expected no way from suffering to a gain.',
    );
    const below = { type: 'not', params: { of: when } };
    expect(broken((s) => (byId(s.links, 'planTruce').when = below))).toEqual([]);
  });

  it('the people ledger may not brighten either, nor may an aim feed on its darkening', () => {
    const brighter = { level: 'level.displaced', from: 0, to: 9000, weight: 1 };
    expect(first((s) => (s.people.parts[0] = brighter))).toBe(
      'scenario.json, people.parts[0]: found a gain when people suffer: level.displaced rises, expected no way from suffering to a gain.',
    );
    const darker = { level: 'people', from: 10000, to: 0, weight: 1 };
    expect(first((s) => (s.capitals[0].aims[0].parts[0] = darker))).toBe(
      'scenario.json, capitals[iran].aims[friendlyDamascus].parts[0]: found a gain when people suffer: violence.aleppo rises, so (the people ledger) people falls, expected no way from suffering to a gain.',
    );
  });

  it('nor by what suffering sets off: events, clocks, clients’ own acts and alarmed outsiders are looked at', () => {
    const out = readScenario(whole);
    expect(out.ok && out.findings.suffering.fires).toEqual({
      setOff: ['clock aleppo', 'outsider un'],
      eased: [],
    });
  });

  const burning = { type: 'levelAtLeast', params: { level: 'violence.idlib', value: 7000 } };
  const fire = (link: string, times = 1) => ({ type: 'fire', params: { link, times } });
  const gain = (what: string) =>
    expect.stringMatching(new RegExp(`^scenario.json, ${what}, expected nothing that suffering sets off`));

  it('an event that comes with suffering and serves an aim is shown, in the case that is left over too', () => {
    const event = (s: Parameters<Parameters<typeof broken>[0]>[0]) => byId(s.events, 'kurdishReferendum');
    expect(
      first((s) => {
        event(s).when = burning;
        event(s).cases = [{ id: 'apart', fires: [fire('assadFirm')] }];
      }),
    ).toEqual(
      gain(
        'events\\[kurdishReferendum\\]: found a gain of iran.friendlyDamascus when people suffer: violence.idlib rises, so assadFirm: issue.assad rises',
      ),
    );
    expect(
      first((s) => {
        event(s).cases = [
          { id: 'together', when: { type: 'not', params: { of: burning } }, fires: [] },
          { id: 'apart', fires: [fire('assadFirm')] },
        ];
      }),
    ).toEqual(gain('events\\[kurdishReferendum\\]: found a gain of iran.friendlyDamascus .*'));
  });

  it('a clock, a client’s own act and an outsider may not serve one either', () => {
    expect(broken((s) => s.clocks[0].full.push(fire('assadFirm')))).toContainEqual(
      gain('clocks\\[aleppo\\]: found a gain of iran.friendlyDamascus .*'),
    );
    expect(
      broken((s) => {
        const act = s.clients[0].machine.states.conduct.states.hold.on.pushOn[0];
        act.guard = burning;
      }),
    ).toContainEqual(gain('clients\\[damascus\\].*pushOn: found a gain of iran.friendlyDamascus .*'));
    expect(broken((s) => byId(s.outsiders, 'un').fires.push(fire('nuclearDealHolds')))).toContainEqual(
      gain('outsiders\\[un\\]: found a gain of iran.seatAndEconomy .*'),
    );
  });

  it('what eases the people’s lot is allowed, and named in the proof', () => {
    const scenario = JSON.parse(whole['scenario.json']);
    byId(scenario.outsiders, 'un').fires.push(fire('truceUp'), fire('aidEnters'));
    const out = readScenario({ ...whole, 'scenario.json': JSON.stringify(scenario) });
    expect(out.ok && out.findings.suffering.fires.eased).toEqual([
      'outsider un (truceUp)',
      'outsider un (aidEnters)',
    ]);
  });
});

describe('A loop that feeds itself', () => {
  it('is found with its brake', () => {
    const out = readScenario(whole);
    expect(out.ok && out.findings.loops).toEqual([
      {
        levels: ['issue.truce', 'violence.aleppo'],
        links: ['truceAleppo', 'violenceTruce'],
        kind: 'reinforcing',
        gain: 36,
        brake: 'violence.aleppo drifts back to its anchor by 15 % a round',
      },
    ]);
  });

  it('must have one', () => {
    expect(
      broken((s) => {
        byId(s.issues, 'truce').drift = 0;
        s.theatres[0].violence.drift = 0;
      }),
    ).toEqual([
      'scenario.json, links[truceAleppo]: found a loop that feeds itself without a brake: truceAleppo, violenceTruce, expected a drift above 0 on issue.truce or violence.aleppo, or a link that holds one of them back.',
    ]);
  });

  it('may be held back by another loop', () => {
    const held = broken((s) => {
      byId(s.issues, 'truce').drift = 0;
      s.theatres[0].violence.drift = 0;
      Object.assign(byId(s.links, 'astanaTruce'), {
        from: { level: 'issue.truce', reference: 1000 },
        strength: -100,
      });
    });
    expect(held).toEqual([]);
  });

  it('is not all that is looked for: an impulse that nothing fires is said too', () => {
    const unfired = { from: { impulse: true }, to: { level: 'issue.truce' }, strength: 100, delay: 0 };
    expect(
      first((s) => s.links.push({ id: 'unused', ...unfired, sources: ['t020'], confidence: 'low' })),
    ).toBe(
      'scenario.json, links[unused]: found an impulse that nothing fires, expected a move, option, event or clock that fires it.',
    );
  });
});
