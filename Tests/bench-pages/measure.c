// Runs a command and writes its wall-clock seconds, the most memory that it or one of its children took (in KB), and its exit status into
// a file. Small by itself: the system counts a new process's memory from its parent's, and a Python program has more than some that are
// measured.
//
//     measure REPORT COMMAND [ARGUMENT …]
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count < 3) return 64;
    double start = now();
    pid_t child = fork();
    if (child < 0) return 71;
    if (child == 0) {
        execvp(arguments[2], arguments + 2);
        perror(arguments[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) return 71;
    double seconds = now() - start;
    FILE *report = fopen(arguments[1], "w");
    if (!report) return 74;
    fprintf(report, "%.6f %ld %d\n", seconds, usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(report) == 0 ? 0 : 74;
}
