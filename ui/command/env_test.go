package command

import (
	"context"
	"testing"
)

func TestAMarkIsWrittenWhileTheProgramIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	e := Env{Ctx: ctx}
	write := WriteMark(&e, context.Context.Err)
	stop()
	if got, ok := write().(Written); !ok || got.Err != nil {
		t.Errorf("the answer is %v, want a mark that is written", got)
	}
	if err := e.Last.Write(ctx); err != nil {
		t.Errorf("the mark is not written: %v", err)
	}
}
