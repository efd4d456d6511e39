package uk.onevoice.directory;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.onevoice.testkit.ArchitectureRules;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> architecture() {
    return ArchitectureRules.ofLibrary("uk.onevoice.directory");
  }
}
