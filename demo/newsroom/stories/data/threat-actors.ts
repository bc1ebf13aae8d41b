/** What drives a group: it decides which stories it may appear in. */
export type GroupMotive = 'state' | 'crime';

export interface ThreatActor {
  /** The name that aliases resolve to. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly motive: GroupMotive;
  /** ISO 3166-1 alpha-2 of the state it is said to work for; null for criminals. */
  readonly state: string | null;
}

const state = (code: string, name: string, ...aliases: string[]): ThreatActor => ({
  name,
  aliases,
  motive: 'state',
  state: code,
});

const crime = (name: string, ...aliases: string[]): ThreatActor => ({
  name,
  aliases,
  motive: 'crime',
  state: null,
});

/**
 * Real groups under the names of MITRE ATT&CK (https://attack.mitre.org/groups/) where it lists them, with
 * aliases given there. Aliases that several groups share or that are everyday words are left out.
 */
export const THREAT_ACTORS: readonly ThreatActor[] = [
  state('KP', 'Lazarus Group', 'HIDDEN COBRA', 'Diamond Sleet'),
  state('KP', 'Kimsuky', 'Velvet Chollima', 'Emerald Sleet'),
  state('KP', 'APT37', 'ScarCruft', 'Ricochet Chollima'),
  state('KP', 'APT38', 'Bluenoroff', 'Stardust Chollima'),
  state('RU', 'APT29', 'Cozy Bear', 'Midnight Blizzard'),
  state('RU', 'APT28', 'Fancy Bear', 'Forest Blizzard'),
  state('RU', 'Sandworm Team', 'Sandworm', 'Voodoo Bear', 'Seashell Blizzard'),
  state('RU', 'Turla', 'Venomous Bear', 'Secret Blizzard'),
  state('RU', 'Gamaredon Group', 'Gamaredon', 'Aqua Blizzard'),
  state('RU', 'Star Blizzard', 'SEABORGIUM', 'COLDRIVER'),
  state('CN', 'Volt Typhoon', 'BRONZE SILHOUETTE'),
  state('CN', 'Salt Typhoon'),
  state('CN', 'APT41', 'Wicked Panda', 'Brass Typhoon'),
  state('CN', 'APT40', 'Gingham Typhoon', 'Kryptonite Panda'),
  state('CN', 'APT10', 'Stone Panda'),
  state('CN', 'HAFNIUM', 'Silk Typhoon'),
  state('CN', 'Mustang Panda', 'BRONZE PRESIDENT'),
  state('IR', 'APT33', 'Elfin', 'Peach Sandstorm'),
  state('IR', 'MuddyWater', 'Mango Sandstorm', 'Static Kitten'),
  state('IR', 'OilRig', 'APT34', 'Helix Kitten'),
  state('IR', 'CyberAv3ngers'),
  state('VN', 'APT32', 'OceanLotus'),
  crime('FIN7', 'Carbon Spider', 'Sangria Tempest'),
  crime('FIN8', 'Syssphinx'),
  crime('Scattered Spider', 'Octo Tempest', 'UNC3944'),
  crime('Wizard Spider', 'Grim Spider'),
  crime('Indrik Spider', 'Evil Corp'),
  crime('TA505', 'Hive0065'),
  crime('Akira', 'PUNK SPIDER'),
  crime('LockBit'),
  crime('Black Basta'),
  crime('BlackCat', 'ALPHV'),
  crime('RansomHub'),
  crime('REvil', 'Sodinokibi'),
  crime('Qilin'),
];
