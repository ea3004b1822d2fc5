/** Short programs that ask the collected data, each in a file of its own. */
package io.stocktrend.example;
