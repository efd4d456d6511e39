package uk.onevoice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules pass what keeps them and name what breaks them. */
class ArchitectureRulesTest {
  @TestFactory
  Stream<DynamicTest> of_this_module() {
    return ArchitectureRules.ofLibrary("uk.onevoice.testkit");
  }

  @TestFactory
  Stream<DynamicTest> of_the_kernel() {
    return ArchitectureRules.ofPlainJava("uk.onevoice.kernel");
  }

  @TestFactory
  Stream<DynamicTest> of_the_stack() {
    return ArchitectureRules.ofLibrary("uk.onevoice.stack");
  }

  @Test
  void a_service_that_keeps_the_rules_passes() {
    assertThat(violations("uk.onevoice.testkit.kept")).isEmpty();
  }

  @Test
  void each_broken_rule_is_named() {
    assertThat(violations("uk.onevoice.testkit.broken"))
        .anySatisfy(it -> assertThat(it).contains("no package-info.java with @NullMarked"))
        .anySatisfy(it -> assertThat(it).contains("ClerkHelper"))
        .anySatisfy(it -> assertThat(it).contains("Clerk.note"))
        .anySatisfy(it -> assertThat(it).contains("knows nothing but", "broken.adapter.Door"))
        .anySatisfy(it -> assertThat(it).contains("java.util.Random"))
        .anySatisfy(it -> assertThat(it).contains("java.time.Instant.now()"))
        .anySatisfy(it -> assertThat(it).contains("java.util.UUID.randomUUID()"));
  }

  @Test
  void names_that_only_begin_like_a_forbidden_one_are_fine() {
    assertThat(List.of("Database", "Implied", "InformedConsent", "Utility", "DataSourceCheck"))
        .noneMatch(ArchitectureRules::hidesABetterName);
    assertThat(List.of("EventManager", "JsonUtil", "StoreImpl", "MeetingInfo", "DataHolder"))
        .allMatch(ArchitectureRules::hidesABetterName);
  }

  private static List<String> violations(String root) {
    JavaClasses classes = ArchitectureRules.importer().importPackages(root);
    return ArchitectureRules.writeServiceRules(root)
        .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
        .filter(EvaluationResult::hasViolation)
        .map(result -> result.getFailureReport().toString())
        .toList();
  }
}
