import { findMentor, findUser, MENTORS, type Mentor, mentorsOf } from '../data/organizations';
import { type Answer, type Asked, found, refused } from './answer';

/** `recently-accessed-mentors/`: the mentors that a user opened last, newest first. */
export function recentMentors({ orgKey, nowMs }: Asked, userName: string): Answer {
  if (!findUser(userName)) return refused(404, 'User not found.');
  return found(
    mentorsOf(orgKey).map((mentor, index) => ({
      id: numberOf(mentor),
      unique_id: mentor.id,
      slug: mentor.slug,
      name: mentor.name,
      description: mentor.description,
      recently_accessed_at: new Date(nowMs - (index + 1) * 3_600_000).toISOString(),
      last_accessed_by: userName,
      platform_key: orgKey,
    })),
  );
}

/** `mentors/{slug or id}/public-settings/`: everything the vendor's schema calls required. */
export function publicSettings({ orgKey }: Asked, idOrSlug: string): Answer {
  const mentor = findMentor(orgKey, idOrSlug);
  if (!mentor) return refused(404, 'Mentor not found.');
  return found({
    id: numberOf(mentor),
    display_name: null,
    mentor: mentor.name,
    mentor_name: mentor.name,
    mentor_slug: mentor.slug,
    mentor_unique_id: mentor.id,
    mentor_id: numberOf(mentor),
    mentor_description: mentor.description,
    mentor_visibility: 'viewable_by_tenant_students',
    platform_key: orgKey,
    ...OF_EVERY_MENTOR,
  });
}

function numberOf(mentor: Mentor): number {
  return 1 + MENTORS.indexOf(mentor);
}

const FOUNDED = '2023-01-02T09:00:00Z';

const OF_EVERY_MENTOR = {
  allow_anonymous: false,
  can_use_tools: false,
  categories: [],
  created_at: FOUNDED,
  created_by: 'ada',
  disclaimer: '',
  embed_is_context_aware: false,
  embed_open_by_default: false,
  embed_show_attachment: true,
  embed_show_voice_call: false,
  embed_show_voice_record: false,
  enable_disclaimer: false,
  enable_email_chat: false,
  enable_guided_prompts: true,
  enable_instruction_mode: false,
  enable_memory_component: false,
  enable_moderation: true,
  enable_multi_query_rag: false,
  enable_post_processing_system: false,
  enable_safety_system: true,
  enable_socratic_mode: false,
  enable_spaced_repetition: false,
  forkable: false,
  forkable_with_training_data: false,
  greeting_method: 'proactive_prompt',
  is_featured: false,
  is_guided_mentor: false,
  llm_config: {},
  llm_name: 'gpt-4o-mini',
  llm_provider: 'openai',
  mentor_tools: [],
  metadata: {},
  placeholder_prompt: 'Ask anything',
  proactive_prompt: '',
  proactive_response: '',
  recently_accessed_at: FOUNDED,
  show_attachment: true,
  show_voice_call: false,
  show_voice_record: false,
  subjects: [],
  suggested_prompts: [],
  types: [],
  updated_at: FOUNDED,
};
