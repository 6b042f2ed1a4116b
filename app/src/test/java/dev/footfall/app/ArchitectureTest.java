package dev.footfall.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of the house, guarded. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.footfall");

  @Test
  void core_knows_neither_other_modules_nor_engines_nor_json_nor_the_command_line() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("dev.footfall.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.footfall.core..",
            "java..",
            "javax.crypto..",
            "javax.net.ssl..",
            "com.google.i18n.phonenumbers..",
            "org.jspecify..")
        .check(ALL);
  }

  @Test
  void platforms_never_look_at_each_other() {
    slices()
        .matching("dev.footfall.destinations.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage("dev.footfall.destinations.."),
            resideInAPackage("dev.footfall.destinations.answer.."))
        .check(ALL);
  }

  @Test
  void platforms_see_core_only() {
    noClasses()
        .that()
        .resideInAPackage("dev.footfall.destinations..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.footfall.app..",
            "dev.footfall.sandbox..",
            "dev.footfall.sources..",
            "dev.footfall.store..")
        .check(ALL);
  }

  @Test
  void platforms_open_no_socket_read_no_clock_and_touch_no_table() {
    noClasses()
        .that()
        .resideInAPackage("dev.footfall.destinations..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.sql..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Socket.class, Clock.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(ALL);
  }

  @Test
  void the_sandbox_shares_no_code_with_what_it_judges() {
    noClasses()
        .that()
        .resideInAPackage("dev.footfall.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.footfall.app..",
            "dev.footfall.core..",
            "dev.footfall.destinations..",
            "dev.footfall.sources..",
            "dev.footfall.store..")
        .check(ALL);
  }

  @Test
  void sources_and_store_see_core_only() {
    noClasses()
        .that()
        .resideInAPackage("dev.footfall.sources..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.footfall.app..",
            "dev.footfall.destinations..",
            "dev.footfall.sandbox..",
            "dev.footfall.store..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("dev.footfall.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.footfall.app..",
            "dev.footfall.destinations..",
            "dev.footfall.sandbox..",
            "dev.footfall.sources..")
        .check(ALL);
  }

  @Test
  void the_engine_stays_inside_its_module() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.footfall.sources..", "dev.footfall.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.arrow..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.footfall.sources..", "dev.footfall.app.sample..", "dev.footfall.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.duckdb..")
        .check(ALL);
  }

  @Test
  void ssh_and_pgp_stay_where_files_are_transferred() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.footfall.app.transfer..", "dev.footfall.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.sshd..", "org.bouncycastle..")
        .check(ALL);
  }

  @Test
  void every_package_says_that_nothing_is_null() throws Exception {
    Set<String> packages =
        ALL.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(packages).hasSizeGreaterThan(10);
    for (String name : packages) {
      assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
          .as(name)
          .isTrue();
    }
  }

  @Test
  void the_applications_packages_are_free_of_cycles() {
    slices().matching("dev.footfall.app.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void no_class_hides_behind_a_name_that_says_nothing() {
    noClasses()
        .should()
        .haveNameMatching(".*\\.[A-Za-z]*(Util|Utils|Helper|Helpers|Manager|Impl|Processor)")
        .orShould()
        .haveNameMatching(".*\\.(util|utils|common|helper|misc)\\..*")
        .check(ALL);
  }

  @Test
  void all_modules_are_looked_at() {
    assertThat(ALL.stream().map(JavaClass::getPackageName))
        .anyMatch(name -> name.startsWith("dev.footfall.core."))
        .anyMatch(name -> name.startsWith("dev.footfall.destinations."))
        .anyMatch(name -> name.startsWith("dev.footfall.sandbox"))
        .anyMatch(name -> name.startsWith("dev.footfall.sources"))
        .anyMatch(name -> name.startsWith("dev.footfall.store"));
  }
}
