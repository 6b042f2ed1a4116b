package dev.footfall.sandbox.braze;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.platform.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much one request may hold, in all its arrays together. */
record BrazeLimits(int objects, int bytes, int objectsOfOneUser) {
  static final BrazeLimits TRACK = new BrazeLimits(75, 4_000_000, 75);
  static final BrazeLimits BULK = new BrazeLimits(1000, 2_000_000, 100);

  boolean exceededBy(Batch batch, Call call, List<Sighting> sightings) {
    Map<String, Integer> byUser = new HashMap<>();
    sightings.forEach(seen -> byUser.merge(seen.user(), 1, Integer::sum));
    return batch.events() > objects
        || call.body().length > bytes
        || byUser.values().stream().anyMatch(many -> many > objectsOfOneUser);
  }
}
