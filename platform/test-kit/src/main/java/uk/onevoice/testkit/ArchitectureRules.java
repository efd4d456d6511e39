package uk.onevoice.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house style's rules about structure, one JUnit test each. A module's own test hands them to
 * JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *   return ArchitectureRules.ofWriteService("uk.onevoice.mandates");
 * }
 * }</pre>
 *
 * Test classes are not looked at.
 */
public final class ArchitectureRules {
  private static final Pattern HIDES_A_BETTER_NAME =
      Pattern.compile(
          "(?:.*[a-z0-9])?(?:Manager|Helper|Utils?|Impl|Data(?!Source)|Info)(?:[A-Z0-9].*)?");

  private static final String CONFIG_PROPERTY =
      "org.eclipse.microprofile.config.inject.ConfigProperty";

  private ArchitectureRules() {}

  /** Rules for a module of {@code platform}, or any other without the three packages. */
  public static Stream<DynamicTest> ofLibrary(String root) {
    return tests(root, everywhere());
  }

  /** Rules for a module that may know the JDK and JSpecify only, as {@code kernel}. */
  public static Stream<DynamicTest> ofPlainJava(String root) {
    return tests(
        root,
        Stream.concat(
            everywhere(),
            Stream.concat(
                Stream.of(onlyKnows(root, "java..", "org.jspecify..")), isAFunction(root + ".."))));
  }

  /** Rules for a write service: {@code adapter} → {@code policy} → {@code domain}. */
  public static Stream<DynamicTest> ofWriteService(String root) {
    return tests(root, writeServiceRules(root));
  }

  static Stream<ArchRule> writeServiceRules(String root) {
    String domain = root + ".domain";
    String policy = root + ".policy";
    String kernel = "uk.onevoice.kernel..";
    return Stream.of(
            everywhere(),
            Stream.of(
                onlyKnows(domain, "java..", "org.jspecify..", kernel),
                onlyKnows(policy, "java..", "org.jspecify..", kernel, domain + ".."),
                staysInAdapter(root)),
            isAFunction(domain + ".."),
            isAFunction(policy + ".."))
        .flatMap(rules -> rules);
  }

  private static Stream<DynamicTest> tests(String root, Stream<ArchRule> rules) {
    JavaClasses classes =
        importer()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    if (classes.isEmpty()) {
      throw new IllegalStateException("No classes in " + root + " or below.");
    }
    return rules.map(rule ->
        dynamicTest(rule.getDescription(), () -> rule.allowEmptyShould(true).check(classes)));
  }

  /**
   * The rules ask for no more than the names of types that are not imported. To read those as well,
   * and those that they know, takes longer than all else here.
   */
  static ClassFileImporter importer() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter();
  }

  private static Stream<ArchRule> everywhere() {
    return Stream.of(
        classes().should(liveInANullMarkedPackage()),
        noClasses()
            .should(haveANameThatHides())
            .as("no class is a Manager, Helper, Util, Impl, Data or Info"),
        noClasses()
            .should(haveAnOptionalFieldOrParameter())
            .as("no field or parameter is an Optional"));
  }

  private static ArchRule onlyKnows(String layer, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(layer + ".."), Stream.of(others)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(layer + "..")
        .should()
        .dependOnClassesThat(are(not(resideInAnyPackage(allowed))))
        .as(layer + " knows nothing but " + String.join(", ", others));
  }

  private static ArchRule staysInAdapter(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".adapter..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.smallrye.mutiny.."))
        .as("Uni stays in adapter");
  }

  /** Nothing asks a clock, draws lots, logs, or reaches outside. */
  private static Stream<ArchRule> isAFunction(String layer) {
    return Stream.of(
        noClasses()
            .that()
            .resideInAPackage(layer)
            .should()
            .dependOnClassesThat(
                are(
                    resideInAnyPackage(
                            "java.io..",
                            "java.net..",
                            "java.nio.file..",
                            "java.sql..",
                            "java.util.concurrent..",
                            "java.util.logging..")
                        .or(
                            describe(
                                "a clock, dice, a log or a thread",
                                ArchitectureRules::isForbidden))))
            .as(layer + " has no clock, dice, log, thread or way outside"),
        noClasses()
            .that()
            .resideInAPackage(layer)
            .should(askForTheTimeOrAnId())
            .as(layer + " is told the time and new ids"));
  }

  private static boolean isForbidden(JavaClass type) {
    return Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.security.SecureRandom",
            "java.util.random.RandomGenerator",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.io.PrintStream")
        .contains(type.getName());
  }

  private static ArchCondition<JavaClass> askForTheTimeOrAnId() {
    return new ArchCondition<>("ask for the time or a new id") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(call -> {
              String owner = call.getTargetOwner().getName();
              return switch (call.getName()) {
                case "now" -> owner.startsWith("java.time.");
                case "randomUUID" -> owner.equals("java.util.UUID");
                case "random" -> owner.equals("java.lang.Math");
                case "currentTimeMillis", "nanoTime", "getenv", "getProperty" ->
                    owner.equals("java.lang.System");
                default -> false;
              };
            })
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        events.add(
            new SimpleConditionEvent(
                type,
                home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class),
                "%s has no package-info.java with @NullMarked".formatted(home.getName())));
      }
    };
  }

  private static ArchCondition<JavaClass> haveANameThatHides() {
    return new ArchCondition<>("have a name that hides a better one") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(type, hidesABetterName(type.getSimpleName()), type.getName()));
      }
    };
  }

  static boolean hidesABetterName(String simpleName) {
    return HIDES_A_BETTER_NAME.matcher(simpleName).matches();
  }

  private static ArchCondition<JavaClass> haveAnOptionalFieldOrParameter() {
    return new ArchCondition<>("have an Optional as field or parameter") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
            .filter(field -> field.getRawType().isEquivalentTo(Optional.class))
            .forEach(
                field -> events.add(SimpleConditionEvent.satisfied(type, field.getFullName())));
        type.getCodeUnits().stream()
            .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(ArchitectureRules::takesAnOptional)
            .forEach(unit -> events.add(SimpleConditionEvent.satisfied(type, unit.getFullName())));
      }
    };
  }

  /** A setting that may be absent cannot be injected in another way. */
  private static boolean takesAnOptional(JavaCodeUnit unit) {
    return unit.getParameters().stream()
        .filter(parameter -> !parameter.isAnnotatedWith(CONFIG_PROPERTY))
        .anyMatch(parameter -> parameter.getRawType().isEquivalentTo(Optional.class));
  }
}
