/**
 * Claims that sources make, and what the model makes of them. Each carries the key of its source and says it in a sentence;
 * the parts of the model that rest on it must cite it and push that way.
 */
import { describe, expect, it } from 'vitest';
import { pushOf, sources } from './model.ts';

interface Claim {
  readonly source: string;
  readonly says: string;
  /** Part of the model, what it does, and to which level. */
  readonly so: readonly (readonly [string, 'raises' | 'lowers', string])[];
}

const claims: readonly Claim[] = [
  {
    source: 't013',
    says: 'Russian sanctions after the jet lowered trade and tourism between Russia and Turkey.',
    so: [
      ['link tradeGrows', 'raises', 'level.trade'],
      ['move russia.freezeAnkara', 'lowers', 'level.trade'],
    ],
  },
  {
    source: 't037',
    says: 'After the letter of June 2016 Moscow began to lift its limits, and the two governments spoke again.',
    so: [
      ['move turkey.mendTies', 'raises', 'trust.russia.turkey'],
      ['link tradeGrows', 'raises', 'level.trade'],
    ],
  },
  {
    source: 'f047',
    says: 'In the years of partnership trade between Russia and Turkey grew again.',
    so: [['link partnershipTrade', 'raises', 'level.trade']],
  },
  {
    source: 'f020',
    says: 'Fighting drove millions from their homes inside Syria, and some of them across the border into Turkey.',
    so: [
      ['link aleppoDisplaced', 'raises', 'level.displaced'],
      ['link idlibDisplaced', 'raises', 'level.displaced'],
      ['link displacedRefugees', 'raises', 'level.refugees'],
    ],
  },
  {
    source: 't046',
    says: 'The operation of August 2016 took ground from ISIS in the north of Aleppo governorate.',
    so: [
      ['link northPush', 'raises', 'control.aleppo.turkish'],
      ['link northPush', 'lowers', 'control.aleppo.isis'],
      ['link operationZone', 'lowers', 'control.aleppo.isis'],
      ['link operationNorth', 'raises', 'violence.north'],
    ],
  },
  {
    source: 't064',
    says: 'Washington decided to arm the YPG over Turkish objections, and Raqqa was taken from ISIS with these arms.',
    so: [
      ['link armYpgTrust', 'lowers', 'trust.turkey.usa'],
      ['move usa.armYpg', 'lowers', 'trust.turkey.usa'],
      ['link armYpgRaqqa', 'lowers', 'control.raqqa.isis'],
      ['link armYpgRaqqa', 'raises', 'control.raqqa.kurdish'],
    ],
  },
  {
    source: 'debateFor1',
    says: 'Kurdish self-rule gave Tehran and Ankara an interest in common.',
    so: [['link kurdsIranTurkey', 'raises', 'trust.iran.turkey']],
  },
  {
    source: 't020',
    says: 'The truce of February 2016, negotiated by Washington and Moscow, lowered violence at first and let aid pass.',
    so: [
      ['link truceAleppo', 'lowers', 'violence.aleppo'],
      ['link truceAid', 'raises', 'level.aid'],
      ['link planTruce', 'raises', 'issue.truce'],
    ],
  },
  {
    source: 't049',
    says: 'With the end of the September truce an aid convoy was hit, and the United Nations suspended convoys.',
    so: [
      ['event convoyHit', 'lowers', 'level.aid'],
      ['event convoyHit', 'lowers', 'issue.truce'],
      ['link violenceTruce', 'lowers', 'issue.truce'],
    ],
  },
  {
    source: 't063',
    says: 'The three guarantors agreed on zones in which fighting should end.',
    so: [
      ['link astanaTruce', 'raises', 'issue.truce'],
      ['link guaranteeHolds', 'raises', 'issue.truce'],
      ['link idlibCalm', 'lowers', 'violence.idlib'],
    ],
  },
  {
    source: 't070',
    says: 'Turkish observation posts in Idlib were part of an agreement to lower the fighting there.',
    so: [['event idlibPosts', 'lowers', 'violence.idlib']],
  },
  {
    source: 't081',
    says: 'The American exit broke the nuclear deal and brought sanctions back.',
    so: [
      ['event nuclearDealExit', 'lowers', 'level.nuclearDeal'],
      ['event nuclearDealExit', 'lowers', 'issue.money'],
      ['link containDeal', 'lowers', 'level.nuclearDeal'],
      ['link dealMoney', 'raises', 'issue.money'],
    ],
  },
  {
    source: 't043',
    says: 'Russian flights from Iran served cooperation with Moscow and were objected to by Iranian legislators.',
    so: [
      ['move iran.airRoutes', 'raises', 'trust.iran.russia'],
      ['move iran.airRoutes', 'lowers', 'home.iran'],
    ],
  },
  {
    source: 't021',
    says: 'Moscow called a federal Syria possible, which both neighbours opposed.',
    so: [
      ['link federalTalk', 'lowers', 'issue.state'],
      ['move russia.floatFederal', 'lowers', 'trust.iran.russia'],
      ['move russia.floatFederal', 'lowers', 'trust.russia.turkey'],
    ],
  },
  {
    source: 't039',
    says: 'Tehran was among the first to support the elected government against the coup attempt.',
    so: [['event coupAttempt', 'raises', 'trust.iran.turkey']],
  },
  {
    source: 't060',
    says: 'Accusations of a sectarian policy brought a diplomatic protest between Ankara and Tehran.',
    so: [['event harshWords', 'lowers', 'trust.iran.turkey']],
  },
  {
    source: 't026',
    says: 'Israel named arms for Hezbollah and a front on the Golan as its red lines.',
    so: [
      ['link iranSurgeIsrael', 'raises', 'outsider.israel'],
      ['link israelAlarm', 'raises', 'outsider.israel'],
    ],
  },
  {
    source: 't066',
    says: 'The ceasefire for the south-west was agreed by Washington, Moscow and Amman, without Tehran.',
    so: [
      ['event southWestTruce agreed', 'lowers', 'violence.south'],
      ['event southWestTruce agreed', 'raises', 'trust.russia.usa'],
      ['event southWestTruce agreed', 'lowers', 'trust.iran.russia'],
    ],
  },
  {
    source: 't078',
    says: 'Turkish forces and allied groups took Afrin, and many people fled.',
    so: [
      ['event afrinOperation entered', 'raises', 'control.aleppo.turkish'],
      ['event afrinOperation entered', 'lowers', 'control.aleppo.kurdish'],
      ['event afrinOperation entered', 'raises', 'level.displaced'],
    ],
  },
  {
    source: 't067',
    says: 'The end of the covert programme left armed groups with fewer supplies.',
    so: [['event programmeEnds', 'lowers', 'confidence.opposition']],
  },
  {
    source: 't084',
    says: 'The road map for Manbij was an arrangement between Washington and Ankara about who leaves and who patrols.',
    so: [
      ['move usa.manbijRoadmap', 'raises', 'trust.turkey.usa'],
      ['move usa.manbijRoadmap', 'lowers', 'violence.north'],
    ],
  },
  {
    source: 't054',
    says: 'With Aleppo in its hands Damascus grew surer of itself, and its president’s place firmer.',
    so: [
      ['link damascusBold', 'raises', 'confidence.damascus'],
      ['link damascusAssad', 'raises', 'issue.assad'],
      ['event aleppoWinter retaken', 'raises', 'confidence.damascus'],
    ],
  },
];

describe.each(claims)('$source: $says', ({ source, so }) => {
  it.each(so)('%s %s %s', (part, way, level) => {
    const { cites, ways } = pushOf(part);
    expect(cites, `${part} must rest on it`).toContain(source);
    const signs = ways.map((amounts) => Math.sign(amounts.get(level) ?? 0));
    const sign = way === 'raises' ? 1 : -1;
    expect(signs).toContain(sign);
    expect(signs).not.toContain(-sign);
  });
});

describe('The claims', () => {
  it('rest on sources that were checked', () => {
    for (const { source } of claims) expect(sources[source]?.status, source).toBe('verified');
  });

  it('are at least twenty, none made twice', () => {
    expect(new Set(claims.map(({ source }) => source)).size).toBe(claims.length);
    expect(claims.length).toBeGreaterThanOrEqual(20);
  });
});
