/** What is opened first, by an address or a bookmark. */
export const views = [
  { name: 'sign-in', path: '/sign-in', heading: /^Sign in/, signedIn: false },
  { name: 'registration', path: '/register', heading: /^Join/, signedIn: false },
  { name: 'home', path: '/', heading: /^Hello/, signedIn: true },
];
