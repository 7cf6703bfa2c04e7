// Names of rooms with phones and of branch offices, by country.
import type { Tongue } from './companies.ts'

type Words = readonly [string, ...string[]]

export const places: Readonly<Record<Tongue, Words>> = {
  'de-de': [
    'Empfang',
    'Lager',
    'Werkstatt',
    'Küche',
    'Kasse 1',
    'Kasse 2',
    'Besprechung «Elbe»',
    'Tür Nord',
    'Aufzug',
    'Tiefgarage',
    'Pforte',
    'Labor',
    'OP 3',
    'Station 7a',
    'Schwesternzimmer',
    'Notaufnahme',
    'Zimmer 112',
    'Büro 2. OG',
  ],
  'fr-fr': ['Accueil', 'Cuisine', 'Salle de réunion', 'Atelier', 'Caisse', 'Entrepôt'],
  'pl-pl': ['Magazyn', 'Recepcja', 'Sala 204', 'Biuro', 'Kasa 1', 'Warsztat'],
  'en-us': [
    'Reception',
    'Lobby',
    'Warehouse',
    'Conference Room B',
    'Hall',
    'Lounge',
    'Server room',
    'Atrium',
  ],
  'sv-se': ['Reception Väst', 'Kontor', 'Verkstad', 'Lager', 'Kök'],
  'tr-tr': ['Depo', 'Resepsiyon', 'Mutfak', 'Kasa', 'Toplantı odası'],
  'es-es': ['Almacén', 'Taller', 'Recepción', 'Cocina', 'Sala de juntas'],
}

export const districts: Readonly<Record<Tongue, Words>> = {
  'de-de': [
    'Nord',
    'Süd',
    'Mitte',
    'Hafen',
    'Altstadt',
    'Westend',
    'Bahnhof',
    'Flughafen',
    'Messe',
    'Am Markt',
    'Neustadt',
    'Ost',
    'Campus',
    'Zentrale',
  ],
  'fr-fr': ['Gare de l’Est', 'Centre', 'Rive Gauche', 'Bastille'],
  'pl-pl': ['Stare Miasto', 'Praga', 'Mokotów'],
  'en-us': ['Downtown', 'Old Town', 'Riverside', 'Airport', 'Outlet'],
  'sv-se': ['Gamla Stan', 'Norrmalm', 'Östermalm'],
  'tr-tr': ['Kadıköy', 'Beyoğlu', 'Şişli'],
  'es-es': ['Chamberí', 'El Born', 'Triana'],
}
