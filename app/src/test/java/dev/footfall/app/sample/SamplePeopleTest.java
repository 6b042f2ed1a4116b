package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a brand of a hundred customers already contains: everything that real tables surprise one
 * with.
 */
class SamplePeopleTest {

  private static final String PEOPLE = "Customer_360";

  @AutoClose private static SampleQueries brand;

  @BeforeAll
  static void generate(@TempDir Path folder) throws Exception {
    brand = SampleQueries.ofAHundredPeople(folder);
  }

  @Test
  void contacts_are_missing_or_malformed() {
    assertThat(brand.count(PEOPLE, "email IS NULL AND phone IS NOT NULL")).isPositive();
    assertThat(brand.count(PEOPLE, "email IS NOT NULL AND phone IS NULL")).isPositive();
    assertThat(brand.count(PEOPLE, "email IS NULL AND phone IS NULL")).isPositive();
    assertThat(
            brand.count(
                PEOPLE, "email NOT LIKE '%@%.%' OR email LIKE '%;%' OR trim(email) LIKE '% %'"))
        .isPositive();
    assertThat(brand.count(PEOPLE, "email <> trim(email)")).isPositive();
    assertThat(brand.count(PEOPLE, "email = upper(email)")).isPositive();
    assertThat(brand.count(PEOPLE, "phone IN ('unknown', '12345', '555-0100')")).isPositive();
  }

  @Test
  void telephones_are_written_nationally_internationally_and_with_a_doubled_prefix() {
    assertThat(brand.count(PEOPLE, "regexp_full_match(phone, '\\([0-9]{3}\\) 555-01[0-9]{2}')"))
        .isPositive();
    assertThat(brand.count(PEOPLE, "regexp_full_match(phone, '\\+1 ?[0-9]{3} ?55501[0-9]{2}')"))
        .isPositive();
    assertThat(brand.count(PEOPLE, "regexp_matches(phone, '^\\+(11[2-9]|4444|4949|3333|353353)')"))
        .isPositive();
    assertThat(brand.count(PEOPLE, "phone LIKE '00%'")).isPositive();
  }

  @Test
  void names_and_addresses_are_as_varied_as_the_world() {
    assertThat(brand.count(PEOPLE, "full_name <> strip_accents(full_name)")).isPositive();
    assertThat(brand.count(PEOPLE, "full_name LIKE '%''%'")).isPositive();
    assertThat(brand.count(PEOPLE, "full_name LIKE '%-%'")).isPositive();
    assertThat(brand.count(PEOPLE, "regexp_full_match(postal, '[0-9]{5}-[0-9]{4}')")).isPositive();
    assertThat(brand.count(PEOPLE, "regexp_matches(postal, '^0[0-9]{4}')")).isPositive();
    assertThat(
            brand.count(
                PEOPLE, "regexp_full_match(postal, '[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}')"))
        .isPositive();
    assertThat(brand.texts("SELECT DISTINCT country FROM Customer_360"))
        .contains("US", "USA", "United States");
    assertThat(brand.count(PEOPLE, "month(birthdate) = 2 AND dayofmonth(birthdate) = 29"))
        .isPositive();
    assertThat(brand.texts("SELECT DISTINCT gender FROM Customer_360"))
        .contains("F", "M", "Female", "male", "nonbinary");
  }

  @Test
  void one_customer_has_two_addresses_in_the_source_records() {
    assertThat(
            brand.number(
                "SELECT count(*) FROM (SELECT amperity_id FROM Unified_Coalesced"
                    + " GROUP BY amperity_id HAVING count(DISTINCT lower(trim(email))) > 1)"))
        .isPositive();
    assertThat(
            brand.number(
                "SELECT count(*) - count(DISTINCT (datasource, pk)) FROM Unified_Coalesced"))
        .isZero();
    assertThat(brand.count("Unified_Coalesced", "has_blv")).isPositive();
  }

  @Test
  void nobody_can_be_reached() {
    String addresses =
        "(SELECT email FROM Customer_360 UNION ALL SELECT email FROM Unified_Coalesced UNION ALL SELECT email FROM UID2)";
    assertThat(
            brand.count(
                addresses,
                "email LIKE '%@%.%' AND NOT regexp_matches(lower(email),"
                    + " '@example\\.(com|org|net)\\s*$')"))
        .isZero();
    assertThat(
            brand.count(
                "(SELECT phone, country FROM Customer_360 UNION ALL SELECT phone, country FROM Unified_Coalesced)",
                "length(regexp_replace(phone, '\\D', '', 'g')) > 6 AND NOT regexp_matches("
                    + "regexp_replace(split_part(phone, ' ext', 1), '\\D', '', 'g'),"
                    + " '(55501..|5550100|79460...|4960...|7700900...|20180...|23125...|99998...|4710...|90009...|9900....|6571....|6191....|2091.....|2?5550....)$')"))
        .isZero();
  }
}
