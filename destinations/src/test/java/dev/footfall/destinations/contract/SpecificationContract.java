package dev.footfall.destinations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.SettingValues;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every destination must say of itself, before any row. */
abstract class SpecificationContract {
  /** The destination, as the registry makes it. */
  protected abstract Destination destination();

  /** The specification. */
  protected final DestinationSpec spec() {
    return destination().spec();
  }

  /** The codes that may be given. */
  final Set<Code> documented() {
    return spec().codes().stream().map(CodeSpec::code).collect(Collectors.toSet());
  }

  @Test
  void every_column_is_documented() {
    assertThat(spec().columns())
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.help()).as(column.name()).isNotBlank().endsWith(".");
              assertThat(column.target()).as(column.name()).isNotBlank();
            });
  }

  @Test
  void no_name_means_two_columns() {
    Function<ColumnSpec, Stream<String>> platform =
        c -> Stream.concat(Stream.of(c.name()), c.names().aliases().stream());
    Function<ColumnSpec, Stream<String>> canonical = c -> c.names().canonical().stream();

    assertThat(spec().columns().stream().flatMap(platform)).doesNotHaveDuplicates();
    assertThat(spec().columns().stream().flatMap(canonical)).doesNotHaveDuplicates();
  }

  @Test
  void every_setting_is_documented_and_its_default_is_valid() {
    assertThat(spec().settings()).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(spec().settings())
        .allSatisfy(
            setting -> {
              assertThat(setting.help()).as(setting.name()).isNotBlank().endsWith(".");
              setting
                  .fallback()
                  .ifPresent(
                      value ->
                          assertThat(setting.rule().fault(value)).as(setting.name()).isEmpty());
            });
  }

  @Test
  void where_phones_are_taken_a_setting_says_where_national_ones_belong() {
    boolean takesPhones =
        spec().columns().stream()
            .anyMatch(c -> c.names().canonical().stream().anyMatch("phone"::equals));
    String region = SettingValues.of(spec(), Map.of()).phoneRegion();
    assertThat(region).matches(takesPhones ? "[A-Z]{2}" : "");
  }

  @Test
  void every_credential_field_says_where_to_find_it() {
    assertThat(spec().credential())
        .allSatisfy(field -> assertThat(field.help()).as(field.name()).isNotBlank().endsWith("."));
  }

  @Test
  void every_link_is_dated() {
    assertThat(spec().about().links())
        .isNotEmpty()
        .allSatisfy(
            link -> {
              assertThat(link.url()).startsWith("https://");
              assertThat(link.checked()).isAfter(LocalDate.of(2026, 1, 1));
            });
    assertThat(spec().about().summary()).isNotBlank();
    assertThat(spec().about().allowFor()).isNotBlank();
  }

  @Test
  void every_code_is_documented_once() {
    assertThat(spec().codes()).extracting(CodeSpec::code).doesNotHaveDuplicates();
    assertThat(spec().codes()).allSatisfy(code -> assertThat(code.meaning()).isNotBlank());
    assertThat(documented())
        .containsAll(spec().columns().stream().map(column -> column.rule().code()).toList());
  }
}
