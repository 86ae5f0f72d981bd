// Vitest 5 runs on Node 20 but for its report of failures, which groups them with a newer function.
// https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Map/groupBy
Map.groupBy ??= <Key, Value>(
  items: Iterable<Value>,
  keyOf: (item: Value, index: number) => Key,
) => {
  const groups = new Map<Key, Value[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
