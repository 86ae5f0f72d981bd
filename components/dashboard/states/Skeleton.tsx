import { cardHeight } from '@/components/charts/size';
import { say } from '@/utils/say';

/** The outline of the dashboard while even the user is unknown, in the size of what will come. */
export function Skeleton() {
  return (
    <>
      <h1 class="hidden-text">{say('app_name')}</h1>
      <div class="top">
        <div class="who">
          <span class="avatar" />
          <div class="who-text">
            <span class="bone" />
          </div>
        </div>
        <span class="bone row" />
      </div>
      <div class="content">
        <div class="headline" />
        <div class="cards">
          {[0, 1, 2].map((place) => (
            <div class="card" key={place} style={{ height: `${cardHeight()}px` }} />
          ))}
        </div>
      </div>
    </>
  );
}
