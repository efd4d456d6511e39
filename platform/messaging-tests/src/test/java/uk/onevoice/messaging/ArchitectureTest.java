package uk.onevoice.messaging;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.testkit.ArchitectureRules;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> architecture() {
    return ArchitectureRules.ofLibrary("uk.onevoice.messaging");
  }
}
