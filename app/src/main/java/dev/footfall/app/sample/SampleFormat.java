package dev.footfall.app.sample;

/** How the sample brand is written: one DuckDB file, or a folder with one file per table. */
public enum SampleFormat {
  DUCKDB,
  PARQUET,
  CSV
}
