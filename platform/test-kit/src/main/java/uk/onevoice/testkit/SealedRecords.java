package uk.onevoice.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The records a sealed interface permits, through sealed interfaces between. */
final class SealedRecords {
  private SealedRecords() {}

  static List<Class<?>> of(Class<?> type) {
    return walk(type).toList();
  }

  private static Stream<Class<?>> walk(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedRecords::walk)
        : Stream.of(type);
  }
}
