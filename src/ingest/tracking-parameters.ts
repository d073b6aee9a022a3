/** Families of parameters, by how their names begin. */
const PREFIXES = [
  'utm_',
  'at_',
  'pk_',
  'mtm_',
  'piwik_',
  'matomo_',
  'hsa_',
  'itm_',
  'stm_',
  'wt_',
  'wt.',
  'guce_',
  'fb_action_',
];

/** Clicks on advertisements, by platform, then newsletters and campaigns, then what outlets and analytics add themselves. */
const NAMES = new Set([
  ...[
    'gclid',
    'dclid',
    'gbraid',
    'wbraid',
    'gclsrc',
    'gad_source',
    'gad_campaignid',
    'srsltid',
    '_ga',
    '_gl',
  ],
  ...['fbclid', 'fb_source', 'fb_ref', 'mibextid', 'igshid', 'igsh', 'twclid', 'ttclid', 'li_fat_id', 'epik'],
  ...['msclkid', 'yclid', 'ysclid', '_openstat', 'erid', 'rb_clickid', 'irclickid', 'dicbo', 'tblci', 'spm'],
  ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking'],
  ...['oly_enc_id', 'oly_anon_id', 'vero_id', 'vero_conv', 'wickedid', 'nr_email_referer'],
  ...[
    'cmpid',
    'cmp',
    'icid',
    'ncid',
    'ocid',
    's_cid',
    's_campaign',
    's_kwcid',
    'ef_id',
    'cm_mmc',
    'ftag',
    'ito',
  ],
  ...[
    'xtor',
    'maca',
    'traffic_source',
    'smid',
    'smtyp',
    'soc_src',
    'soc_trk',
    'guccounter',
    'usqp',
    'trkcampaign',
  ],
  ...['ns_mchannel', 'ns_source', 'ns_campaign', 'ns_linkname', '_branch_match_id'],
  ...['__twitter_impression', 'ref_src', 'ref_url', 'twsrc'],
]);

/** Parameters that are tracking only when they name the way by which a reader came. */
const WAYS_IN = new Set([
  'ref',
  'from',
  'source',
  'src',
  'via',
  'share',
  'partner',
  'emc',
  'feature',
  'referrer',
]);
const WAY =
  /^(?:rss.*|(?:feed|atom|fb|facebook|twitter|tw|t\.co|telegram|tg|whatsapp|wa|instagram|insta|vk|linkedin|newsletter|e?mail|push|social|share|sharing|google|yandex|dzen|zen|homepage|mobile|amp)(?:[^a-z0-9].*)?)$/i;

/** Does `name=value` tell only where a reader came from, and nothing of the page? An ampersand may be escaped twice. */
export function isTracking(parameter: string): boolean {
  const [, name = '', value = ''] = /^(?:amp(?:;|%3B))*([^=]*)=?(.*)$/is.exec(parameter) ?? [];
  const lower = name.toLowerCase();
  if (NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix))) return true;
  return WAYS_IN.has(lower) && WAY.test(value);
}
