/** Parts of the world whose people's names go together. */
export type Region =
  'english' | 'nordic' | 'romance' | 'slavic' | 'arabic' | 'south-asian' | 'east-asian' | 'african';

export interface NamePool {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const pool = (given: string, family: string): NamePool => ({
  given: given.split(' '),
  family: family.split(' '),
});

/**
 * Common given names and rarer family names, combined at random: the people are invented. No family name
 * occurs twice, begins another word of the stories, or names a country.
 */
export const PERSON_NAMES: Readonly<Record<Region, NamePool>> = {
  english: pool(
    'Alice Brendan Claire Duncan Fiona Gareth Hazel Imogen Keith Lorna Maeve Nigel Olive Rowena',
    'Ashdown Blackmore Copperfield Dunleavy Everdale Fothergill Garroway Hatherley Inglewood Kettering Larkspur Mossman Netherby Oakeshott Pemberly Quigley',
  ),
  nordic: pool(
    'Anneke Bjarne Dagmar Elke Freya Gunnar Hilde Ingrid Jürgen Karin Lasse Maarten Solveig Torsten',
    'Aaldering Bergqvist Dahlström Eikeland Falkenrath Grønvold Hallström Iversdal Kjærgaard Lindholt Möllenkamp Nyquist Oosterveld Rosendal Skovgaard Vanderhoek',
  ),
  romance: pool(
    'Adriana Benoît Camille Diego Elena Fabrice Giulia Héctor Inês Joaquín Lucía Matteo Núria Thiago',
    'Alvarado Beaumarchais Castellani Delacroix Echeverría Fontanelli Guimarães Herrero Iturralde Lombardi Montclair Navarrete Olivares Pellegrin Quintanilla Sandoval',
  ),
  slavic: pool(
    'Anton Bohdan Daria Ewa Filip Galina Ivana Jakub Katya Lenka Milan Nadia Oksana Petr',
    'Adamczyk Bilenko Cvetkov Dragan Fedorchuk Gavrilov Hrubec Ivanchenko Jankovic Kovalchuk Lisowski Marchenko Nováček Ostrowski Petrenko Šimunek',
  ),
  arabic: pool(
    'Amal Bilal Dalia Emre Farah Hassan Ibrahim Leyla Mariam Nabil Omar Rana Samir Yasmin',
    'Abboud Bakkali Demirel Elmasri Farouki Ghanem Haddadi Izmirli Jaziri Khoury Lahlou Mansouri Nasrallahi Qureshan Rahmani Sabbagh',
  ),
  'south-asian': pool(
    'Aarav Bhavna Deepak Esha Farhan Gayatri Harish Ishaan Kavya Lalit Meera Nikhil Priya Rohan',
    'Agrawalla Bhattacharjee Chaudhuri Deshpande Fernandopulle Gunaratne Hegde Iyengar Joshipura Kulkarni Lokhande Mukherji Nambiar Oberoi Patwardhan Ranasinghe',
  ),
  'east-asian': pool(
    'Asuka Bo Chihiro Daiki Eun Haruka Jun Kenji Linh Mei Naoko Sora Thuy Wei',
    'Arakawa Baek Chong Dinh Fujimori Gao Hayakawa Isobe Jeong Kusanagi Lim Matsuura Nakashima Okabe Phan Shimizu',
  ),
  african: pool(
    'Abena Chidi Desta Esi Folake Gakuru Hawa Kofi Lindiwe Mandla Naledi Oluchi Sipho Wanjiru',
    'Adeyinka Boateng Chukwuemeka Dlamini Ekwensi Fofanah Gichuki Hlophe Kagwe Lutumba Mabaso Nkemelu Okafor Ssentamu Tshabalala Wekesa',
  ),
};
