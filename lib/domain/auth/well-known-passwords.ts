// Recognises the passwords that are guessed first, by rules and roots: from 12 characters on, a list of
// millions adds little.
import 'server-only'

// The roots of the most used passwords in leaked collections, without digits, symbols and repetitions.
const ROOTS = new Set(
  `abc abcd abcdef abcdefg abcdefgh access account adidas admin administrator adobe alexander alexandra amanda america andrea
  andrew angel angela angels anthony apple arsenal ashley asdf asdfgh asdfghjkl austin autumn azerty azertyuiop babygirl bailey
  banana barcelona baseball basketball batman benjamin bitch blink boomer brandon brandy bubbles buster butterfly buttercup calvin
  cameron carlos changeme changeit charlie charlotte cheese chelsea chicken chocolate christian chris computer cookie cooper corvette
  cowboy cowboys dallas daniel danielle david default demo destiny diamond dolphin donald dragon eagle eagles einstein elephant
  elizabeth eminem eminem enter everton everything family fender ferrari fighter fish flower football forever freedom friend friends
  fuckme fuckoff fuckyou garfield george ginger giants girl god golden golf google guest guitar hacker hallo hammer hannah happy harley
  heather hello hellohello helpme hockey hottie house hunter iloveu iloveyou internet isabella jackson jaguar jasmine jasper jennifer
  jeremy jessica jesus jesuschrist johnny jonathan jordan joseph joshua junior justin kazoo killer kimberly king kitten kristina ladybug
  lakers lauren letmein letmeinnow liverpool login lol london love lovely loveme lover lovers loveyou lucky madison maggie manager
  manchester mariposa marina marlboro martin master matrix matthew melissa mercedes merlin michael michelle mickey midnight minecraft
  mohammed money monkey monster morgan mother mountain muffin mustang myspace naruto nascar natasha nathan newpassword newyork nicholas
  nicole nintendo nirvana nothing office oliver operator orange packers pakistan panther parola pass passphrase passw password passwords
  passwort patrick peanut pepper phoenix piano pokemon pookie portal porsche princess princesa purple q qazwsx qazwsxedc qwaszx qwer
  qwerty qwertyu qwertyuiop qwertyuiopasdfghjkl rabbit rachel raiders rainbow ranger rangers rebecca reseller richard robert rockstar
  root rosebud samantha samsung sandra sarah scooter secret secure security server service shadow sharon silver simple skippy slipknot
  snoopy snowball soccer softball sophie spiderman spring startrek starwars steelers stephanie steven summer sunflower sunshine super
  superman superstar support switch system taylor telephone teamo tennis teresa test tester testing thomas thunder thx tigger tiger
  tinkerbell tomcat training trustno trustnoone trustme turtle twilight ubuntu unknown user username vanessa veronica victoria voip
  volleyball wachtwoord warrior welcome welcomehome welcometo whatever william willow winner winter wizard wordpass xbox yamaha yankees
  yellow yourmom zaq zaqwsx zxcv zxcvbn zxcvbnm correcthorsebatterystaple`.split(/\s+/),
)
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '09876543210987654321',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!@#$%^&*()_+',
]
// Telephone numbers, dates, card numbers.
const ONLY_DIGITS = /^[\d\s./:+-]+$/
const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * Whether `text` is a password that is guessed early: one or two well-known words with digits and symbols
 * around (`P@ssw0rd2026!`, `welcome-welcome1`), a walk over the keyboard, few different characters, or a
 * repeated part.
 */
export function isWellKnown(text: string): boolean {
  const lower = text.toLowerCase()
  const bare = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const guessed =
    ONLY_DIGITS.test(lower) || isWalk(lower) || hasKnownRoot(lower) || hasKnownRoot(looksLike(bare))
  return guessed || new Set(lower).size < 5
}

/** Whether it consists of at most three stretches of keyboard or counting rows, in either direction. */
function isWalk(text: string): boolean {
  let rest = text
  for (let stretches = 0; stretches < 3 && rest !== ''; stretches += 1) {
    rest = rest.slice(Math.max(1, longestStretch(rest)))
  }
  return rest === ''
}

function longestStretch(text: string): number {
  let length = Math.min(text.length, 36)
  while (
    length > 2 &&
    !ROWS.some((row) => row.includes(text.slice(0, length)) || reversed(row).includes(text.slice(0, length)))
  ) {
    length -= 1
  }
  return length > 2 ? length : 0
}

function hasKnownRoot(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 1)
  const letters = words.join('')
  return isMadeOfRoots(letters)
}

/** Whether the letters are one or two well-known words, or one of them several times. */
function isMadeOfRoots(letters: string): boolean {
  if (ROOTS.has(letters)) return true
  for (let cut = 2; cut < letters.length; cut += 1) {
    const head = letters.slice(0, cut)
    const tail = letters.slice(cut)
    if (ROOTS.has(head) && (ROOTS.has(tail) || tail === head.repeat(tail.length / head.length))) return true
  }
  return false
}

function looksLike(text: string): string {
  return text.replaceAll(/[013457@$!]/g, (character) => LOOKALIKES[character] ?? character)
}

function reversed(text: string): string {
  return text.split('').toReversed().join('')
}
