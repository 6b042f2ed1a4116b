/** The dialect's manual: probes and queries, checked against DuckDB and a whole Trino. */
package dev.footfall.sources.presto;
