/**
 * Where the tables of Python's Unidecode 1.3 have gone on since those of Perl that `unidecode` follows: a letter and what it becomes,
 * parted by blanks.
 */
export const unidecodeCorrections: ReadonlyMap<string, string> = new Map(
  `
ЄIe ־- אA חH טT ךKH כKH ץTS צTS קk שSH ׯYYY ױOY ײEY ᴀA ᴁAE ᴂae ᴃB ᴄC ᴅD ᴆD ᴇE ᴈe ᴉi ᴊJ ᴋK ᴌL ᴍM ᴎN
ᴏO ᴑO ᴓO ᴔOe ᴕOu ᴘP ᴙR ᴚR ᴛT ᴜU ᴝu ᴞu ᴟm ᴠV ᴡW ᴢZ ᴯB ᴻN ᵎi ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr ᵴs ᵵt ᵶz ᵷg ᵽp ᶀb
ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ₰Pf ₱P ₲G ₳A ₴UAH ₵C ₶L ₷Sm ₸T ₹Rs ₺L ₻M ₼m ₽R ₾l ₿BTC ℗p ℮e
ℲF ⅎF −- ⓫11 ⓬12 ⓭13 ⓮14 ⓯15 ⓰16 ⓱17 ⓲18 ⓳19 ⓴20 ⓵1 ⓶2 ⓷3 ⓸4 ⓹5 ⓺6 ⓻7 ⓼8 ⓽9 ⓾10 ⓿0 ⱠL ⱡl ⱢL ⱣP ⱤR ⱥa
ⱦt ⱧH ⱨh ⱩK ⱪk ⱫZ ⱬz ⱮM ⱯA しshi ちchi っtsu つtsu シshi チchi ッtsu ツtsu 🅐A 🅑B 🅒C 🅓D 🅔E 🅕F 🅖G 🅗H
🅘I 🅙J 🅚K 🅛L 🅜M 🅝N 🅞O 🅟P 🅠Q 🅡R 🅢S 🅣T 🅤U 🅥V 🅦W 🅧X 🅨Y 🅩Z 🅰A 🅱B 🅲C 🅳D 🅴E 🅵F 🅶G
🅷H 🅸I 🅹J 🅺K 🅻L 🅼M 🅽N 🅾O 🅿P 🆀Q 🆁R 🆂S 🆃T 🆄U 🆅V 🆆W 🆇X 🆈Y 🆉Z 🆑CL 🆒COOL 🆓FREE 🆔ID
🆕NEW 🆖NG 🆗OK 🆘SOS 🆙UP 🆚VS 🆛3D 🆜2nc-Scr 🆝2K 🆞4K 🆟8K 🆠51 🆡71 🆢222 🆣60P 🆤120P 🆥d 🆦HC
🆧HDR 🆨Hi-res 🆩Loss-less 🆪SHV 🆫UHD 🆬VOD 🆭m 🙰et 🙱et 🙲et 🙳et
`
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [letter = ''] = entry
      return [letter, entry.slice(letter.length)] as const
    }),
)
