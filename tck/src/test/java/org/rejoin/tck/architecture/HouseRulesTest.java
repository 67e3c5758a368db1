package org.rejoin.tck.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What holds inside the boundaries: values, state, and what can become JavaScript. */
@AnalyzeClasses(packages = "org.rejoin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  /** Far fewer than there are, and more than a module has whose classes were not found. */
  private static final ImmutableMap<String, Integer> FEWEST_CLASSES =
      ImmutableMap.of(
          "org.rejoin.api..", 15,
          "org.rejoin.core..", 8,
          "org.rejoin.platform.nativesdk..", 2,
          "org.rejoin.platform.ios..", 2,
          "org.rejoin.platform.web..", 2,
          "org.rejoin.tck..", 60);

  private static final DescribedPredicate<JavaClass> BECOMES_JAVASCRIPT =
      resideInAnyPackage("org.rejoin.api..", "org.rejoin.core..", "org.rejoin.platform..")
          .and(resideOutsideOfPackages("org.rejoin.core.realtime.."))
          .as("what TeaVM compiles to JavaScript");

  @ArchTest
  static void enoughOfEveryModuleWasLookedAt(JavaClasses classes) {
    FEWEST_CLASSES.forEach(
        (place, fewest) -> {
          int found = classes.that(resideInAnyPackage(place)).size();
          assertTrue(found >= fewest, () -> place + " has only " + found + " classes");
        });
  }

  @ArchTest
  static final ArchRule theMachineKnowsTheApiAndGuavaAlone =
      classes()
          .that()
          .resideInAPackage("org.rejoin.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.rejoin.core..",
              "org.rejoin.api..",
              "java..",
              "com.google..",
              "org.immutables..",
              "org.jspecify..")
          .because("whoever embeds the machine takes everything that it needs");

  @ArchTest
  static final ArchRule javaScriptHasNoneOfThese =
      noClasses()
          .that(BECOMES_JAVASCRIPT)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "String.format, formatted or Math.random",
                  call ->
                      (call.getTargetOwner().isEquivalentTo(String.class)
                              && call.getName().startsWith("format"))
                          || (call.getTargetOwner().isEquivalentTo(Math.class)
                              && call.getName().equals("random"))))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(HashMap|HashSet|Random|SplittableRandom|UUID|Timer)")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.time..", "java.util.random..", "java.security..")
          .because("there they are missing, behave otherwise, or weigh more than all the rest");

  @ArchTest
  static final ArchRule nothingDependsOnTheRealTimeEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.rejoin.core.realtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.rejoin.core.realtime..")
          .because("clocks and threads stay at the edge");

  @ArchTest
  static final ArchRule valuesDoNotChange =
      fields()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                      "org.rejoin.api..",
                      "org.rejoin.platform..",
                      "org.rejoin.tck.scenario..",
                      "org.rejoin.tck.spec..")
                  .and(
                      DescribedPredicate.describe(
                          "written by hand", type -> !type.getName().contains(".Immutable"))))
          .should()
          .beFinal()
          .because("a value may be shared between threads and kept");

  @ArchTest
  static final ArchRule nothingChangesForEverybody =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("what one run leaves behind must not show in the next");

  @ArchTest
  static final ArchRule stateIsItsPackagesAlone =
      fields()
          .that()
          .areNotFinal()
          .should()
          .notBePublic()
          .andShould()
          .notBeProtected()
          .because("a machine's state changes through its own door");

  @ArchTest
  static final ArchRule everyPackageIsCheckedForNull =
      classes()
          .should(
              new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          type.getPackage().isAnnotatedWith(NullMarked.class),
                          type.getPackageName() + " has no @NullMarked package-info"));
                }
              })
          .because("NullAway looks at marked packages only, and passes over the others in silence");

  @ArchTest
  static final ArchRule noPackageIsPartOfACycle =
      slices()
          .matching("org.rejoin.(**)")
          .should()
          .beFreeOfCycles()
          .because("each is understood after the ones it names");
}
