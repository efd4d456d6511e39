package uk.onevoice.projection.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Marks of what views said, remembered as long as somebody may ask for them again. */
@ApplicationScoped
class Marks {
  private static final int MOST = 2_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final Cache<String, String> marks =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

  String get(String key, Supplier<String> mark) {
    return marks.get(key, _ -> mark.get());
  }
}
