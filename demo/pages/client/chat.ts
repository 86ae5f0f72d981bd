import type { Mentor, User } from '../../data/organizations';
import { el } from './dom';

/** A conversation with a mentor: what stands in the middle of the page. */
export function chat(mentor: Mentor, user: User): HTMLElement {
  const firstName = user.displayName.split(' ')[0] ?? user.name;
  const messages = el(
    'ol',
    { class: 'messages' },
    message('theirs', `Hello ${firstName}. What shall we look at today?`),
    message('ours', 'I do not see why the derivative of a product is not the product of both.'),
    message(
      'theirs',
      'Think of a rectangle whose two sides both grow a little. Which strips does its area gain?',
    ),
    message('ours', 'One along each side. And a tiny corner?'),
    message('theirs', 'Exactly: the corner vanishes first, and two strips remain.'),
  );
  const input = el('input', { placeholder: `Ask ${mentor.name}`, 'aria-label': 'Message' });
  const form = el('form', {}, input, el('button', { class: 'primary' }, 'Send'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim()) messages.append(message('ours', input.value));
    input.value = '';
  });
  return el(
    'main',
    { class: 'chat' },
    el('h1', {}, mentor.name),
    el('p', { class: 'about' }, mentor.description),
    messages,
    form,
  );
}

function message(whose: 'ours' | 'theirs', text: string): HTMLElement {
  return el('li', { class: whose }, text);
}
