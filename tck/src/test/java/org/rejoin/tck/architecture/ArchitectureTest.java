package org.rejoin.tck.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundaries of the house, each with its reason. */
@AnalyzeClasses(packages = "org.rejoin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] BELOW_THE_KIT = {
    "org.rejoin.api..", "org.rejoin.core..", "org.rejoin.platform.."
  };

  @ArchTest
  static void everyModuleWasLookedAt(JavaClasses classes) {
    for (String place :
        new String[] {
          "org.rejoin.api.Profile",
          "org.rejoin.core.Client",
          "org.rejoin.platform.nativesdk.NativeSdkAdapter",
          "org.rejoin.platform.ios.IosAdapter",
          "org.rejoin.platform.web.WebAdapter",
          "org.rejoin.tck.oracle.Oracle",
          "org.rejoin.tck.presence.Course",
          "org.rejoin.tck.reference.World",
          "org.rejoin.tck.defective.Plain",
          "org.rejoin.tck.stage.Stage"
        }) {
      assertTrue(classes.contain(place), "not imported: " + place);
    }
  }

  @ArchTest
  static final ArchRule theOracleSharesNoCodeWithTheReference =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.tck.oracle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.rejoin.core..",
              "org.rejoin.platform..",
              "org.rejoin.tck.reference..",
              "org.rejoin.tck.port..",
              "org.rejoin.tck.stage..",
              "org.rejoin.tck.run..")
          .because("an oracle that shares code agrees with the bugs in it");

  @ArchTest
  static void whoeverJudgesReadsStepsByItself(JavaClasses classes) {
    for (String reader : new String[] {"stage", "property", "timeline", "explore", "recording"}) {
      assertTrue(
          classes.stream()
              .filter(one -> one.getPackageName().startsWith("org.rejoin.tck." + reader))
              .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
              .anyMatch(
                  to -> to.getTargetClass().getPackageName().equals("org.rejoin.tck.presence")),
          reader + " reads steps by itself, or was not looked at");
    }
    JavaClasses secondMachine =
        new ClassFileImporter().importPackages("org.rejoin.tck.reference.states");
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.rejoin.tck.oracle..",
                "org.rejoin.tck.reference..",
                "org.rejoin.tck.defective..",
                "org.rejoin.core..",
                "org.rejoin.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rejoin.tck.presence..")
            .because(
                "they are held against each other, and whoever shares a reading of the steps agrees"
                    + " with its mistakes");
    rule.check(classes);
    rule.check(secondMachine);
  }

  @ArchTest
  static final ArchRule theStageKnowsScenariosAndRulesAlone =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.tck.stage..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.rejoin..")
                  .and(
                      resideOutsideOfPackages(
                          "org.rejoin.api..",
                          "org.rejoin.tck.spec..",
                          "org.rejoin.tck.scenario..",
                          "org.rejoin.tck.presence..",
                          "org.rejoin.tck.stage..")))
          .because("what a client hears follows from the scenario, whatever is judged and by whom");

  @ArchTest
  static final ArchRule theReadingOfStepsKnowsScenariosAlone =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.tck.presence..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.rejoin..")
                  .and(
                      resideOutsideOfPackages(
                          "org.rejoin.api..",
                          "org.rejoin.tck.presence..",
                          "org.rejoin.tck.scenario..")))
          .because("who is where follows from the scenario, whoever asks");

  @ArchTest
  static final ArchRule coverageKnowsScenariosAlone =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.tck.explore..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.rejoin..")
                  .and(
                      resideOutsideOfPackages(
                          "org.rejoin.api..",
                          "org.rejoin.tck.explore..",
                          "org.rejoin.tck.presence..",
                          "org.rejoin.tck.scenario..")))
          .because("what a script brings about does not depend on who is judged by it");

  @ArchTest
  static final ArchRule onlyTheBridgeKnowsTheReference =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.tck..")
          .and()
          .resideOutsideOfPackage("org.rejoin.tck.reference..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.rejoin.core..", "org.rejoin.platform..")
          .because("the kit judges any implementation and prefers none");

  @ArchTest
  static final ArchRule apiStandsAlone =
      classes()
          .that()
          .resideInAPackage("org.rejoin.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.rejoin.api..",
              "java..",
              "com.google..",
              "org.immutables..",
              "org.jspecify..",
              "javax.annotation..")
          .because("everybody depends on it");

  @ArchTest
  static final ArchRule adaptersKnowTheApiAlone =
      noClasses()
          .that()
          .resideInAPackage("org.rejoin.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.rejoin.core..", "org.rejoin.tck..")
          .because("an adapter gives events names and nothing else");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      slices()
          .matching("org.rejoin.platform.(*)..")
          .should()
          .notDependOnEachOther()
          .because("an app takes one platform");

  @ArchTest
  static final ArchRule nobodyBelowKnowsTheKit =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_THE_KIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.rejoin.tck..")
          .because("the kit judges them");

  @ArchTest
  static final ArchRule onlyTheCommandKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.rejoin.tck.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("the kit is a library too");

  @ArchTest
  static final ArchRule onlyThePageKnowsTheTemplateEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.rejoin.tck.report.html..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("j2html..")
          .because("how a page is written concerns nobody else");

  @ArchTest
  static final ArchRule onlyTheTestClassKnowsJUnit =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.rejoin.tck", "org.rejoin.tck.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.junit..", "org.opentest4j..", "org.rejoin.tck", "org.rejoin.tck.junit..")
          .because("the command runs without it");

  @ArchTest
  static final ArchRule noClockThreadOrChance =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.rejoin.api..",
              "org.rejoin.core..",
              "org.rejoin.platform..",
              "org.rejoin.tck.oracle..",
              "org.rejoin.tck.shrink..")
          .and()
          .resideOutsideOfPackage("org.rejoin.core.realtime..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.time..", "java.util.concurrent..")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Random|SplittableRandom|HashMap|HashSet)")
          .because("time is an argument, and the same input gives the same output everywhere");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.rejoin.tck.(*)..")
          .should()
          .beFreeOfCycles()
          .because("the line runs from rule to report, one way");
}
